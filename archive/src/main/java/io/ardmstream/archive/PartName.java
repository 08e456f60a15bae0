package io.ardmstream.archive;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
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
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TIME_SHIFT = 16;
  private static final long VERSION_7 = 0x7000;
  private static final long RANDOM_A = 0xFFF;
  private static final long VARIANT = Long.MIN_VALUE;
  private static final int VARIANT_BITS = 2;

  /** By the time they were begun, as far as their names tell it. */
  static final Comparator<String> ORDER = Comparator.comparing(PartName::file);

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
    return partition + "/part-" + unique() + SUFFIX;
  }

  /** A UUID of version 7: nobody has it yet, and it begins with the time in milliseconds. */
  static UUID unique() {
    long time = System.currentTimeMillis() << TIME_SHIFT;
    long random = RANDOM.nextLong();
    return new UUID(
        time | VERSION_7 | random & RANDOM_A, VARIANT | RANDOM.nextLong() >>> VARIANT_BITS);
  }

  /** All parts there are. */
  static List<String> all(ArchiveStore store) throws IOException {
    return store.files(FOLDER).stream().filter(PartName::isValid).toList();
  }

  /** The name of the file, without its folders. */
  static String file(String part) {
    return part.substring(part.lastIndexOf('/') + 1);
  }

  /** Whether a path from an index can be nothing but a part inside the archive. */
  static boolean isValid(String part) {
    return VALID.matcher(part).matches();
  }
}
