package io.ardmstream.archive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names of parts: a folder for each stream and date, and a file name that never repeats. */
final class PartName {

  static final String FOLDER = "data";
  static final String SUFFIX = ".avro";

  private static final Pattern VALID =
      Pattern.compile("data/stream=[^/]*/date=[0-9+-]+/part-[0-9a-f-]+\\.avro");
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}_+-]");
  private static final int LONGEST = 60;

  private PartName() {}

  /** The folder of what was taken on one day, in UTC, relative to the archive. */
  static String partition(String stream, long modified) {
    String safe = UNSAFE.matcher(stream).replaceAll("_");
    String folder = safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST);
    return FOLDER
        + "/stream="
        + folder
        + "/date="
        + Instant.ofEpochMilli(modified).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** A new file in a partition. */
  static String in(String partition) {
    return partition + "/part-" + UUID.randomUUID() + SUFFIX;
  }

  /** Whether a path from an index can be nothing but a part inside the archive. */
  static boolean isValid(String part) {
    return VALID.matcher(part).matches();
  }
}
