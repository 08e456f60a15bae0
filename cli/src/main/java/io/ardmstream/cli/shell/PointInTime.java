package io.ardmstream.cli.shell;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.TypeConversionException;

/** Points in time on the command line, as ISO 8601 has them, in UTC. */
public final class PointInTime {

  private PointInTime() {}

  /** The point in time that a text names. */
  public static Instant of(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is no time such as 2026-01-31T18:30:00Z");
    }
  }
}
