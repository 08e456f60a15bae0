package io.ardmstream.jobs.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Turns names from records, which may be hostile, into relative paths that stay below any directory
 * on any file system. Letters, digits and {@code . _ - +} and spaces inside a name are kept,
 * slashes and backslashes part folders, and every other byte becomes {@code %XX}.
 */
final class FileNames {

  /** Most file systems allow 255 bytes; the rest is left for a distinguishing suffix. */
  private static final int LONGEST = 180;

  private static final int LONGEST_EXTENSION = 12;

  private FileNames() {}

  /** A path with {@code /} between its parts; empty if nothing of the name remains. */
  static String safe(String name) {
    return Arrays.stream(name.split("[/\\\\]+"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .map(FileNames::part)
        .collect(Collectors.joining("/"));
  }

  private static String part(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      boolean edge = i == 0 || i == bytes.length - 1;
      boolean plain = isPlain(bytes[i]) || !edge && (bytes[i] == ' ' || bytes[i] == '.');
      safe.append(plain ? String.valueOf((char) bytes[i]) : String.format("%%%02X", bytes[i]));
    }
    return shortened(safe.toString());
  }

  private static String shortened(String part) {
    if (part.length() <= LONGEST) {
      return part;
    }
    int dot = part.lastIndexOf('.');
    String extension = dot >= part.length() - LONGEST_EXTENSION ? part.substring(dot) : "";
    String hash = "~" + Integer.toHexString(part.hashCode());
    return part.substring(0, LONGEST - hash.length() - extension.length()) + hash + extension;
  }

  private static boolean isPlain(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || "_-+".indexOf(b) >= 0;
  }
}
