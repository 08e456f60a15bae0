package io.ardmstream.jobs.kafka.source;

import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where in its topics a job begins when it has no checkpoint. Written as {@code earliest}, {@code
 * latest}, {@code committed}, an instant such as {@code 2026-01-31T12:00:00Z}, or a list of offsets
 * such as {@code topic:0=17 topic:1=4}.
 */
public sealed interface StartPosition extends Serializable {

  /** What the job may be told. */
  String GRAMMAR =
      "write earliest, latest, committed, an instant such as 2026-01-31T12:00:00Z, or offsets such"
          + " as topic:0=17 topic:1=4";

  /** The oldest record there is. */
  record Earliest() implements StartPosition {}

  /** Only records written from now on. */
  record Latest() implements StartPosition {}

  /** Where the consumer group stopped, or the oldest record for a new group. */
  record Committed() implements StartPosition {}

  /**
   * The first record that is not older.
   *
   * @param instant in UTC
   */
  record Since(Instant instant) implements StartPosition {}

  /**
   * Given offsets; partitions not named start at the oldest record.
   *
   * @param byPartition first offset to read by {@code topic:partition}
   */
  record Offsets(Map<String, Long> byPartition) implements StartPosition {}

  /**
   * Reads a position.
   *
   * @throws IllegalArgumentException if the text follows no form
   */
  static StartPosition parse(String text) {
    return switch (text) {
      case "earliest" -> new Earliest();
      case "latest" -> new Latest();
      case "committed" -> new Committed();
      default -> text.contains("=") ? offsets(text) : new Since(Instant.parse(text));
    };
  }

  private static StartPosition offsets(String text) {
    return new Offsets(
        Arrays.stream(text.split("[\\s,]+"))
            .collect(Collectors.toMap(StartPosition::partition, StartPosition::offset)));
  }

  private static String partition(String item) {
    String partition = item.substring(0, item.indexOf('='));
    if (!partition.matches("[A-Za-z0-9._-]+:[0-9]+")) {
      throw new IllegalArgumentException("'" + partition + "' is not topic:partition");
    }
    return partition;
  }

  private static long offset(String item) {
    return Long.parseUnsignedLong(item.substring(item.indexOf('=') + 1));
  }
}
