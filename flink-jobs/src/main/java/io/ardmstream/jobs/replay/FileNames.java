package io.ardmstream.jobs.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns names from records, which may be hostile, into relative paths that stay below any directory
 * on any file system. Letters and digits of every script, signs beyond ASCII that can be seen,
 * {@code _ - +}, and dots and spaces inside a name are kept, slashes and backslashes part folders,
 * and every other byte becomes {@code %XX}, as does the first of what Windows takes for a device.
 */
final class FileNames {

  /** Most file systems allow 255 bytes; the rest is left for a distinguishing suffix. */
  private static final int LONGEST = 180;

  private static final int LONGEST_EXTENSION = 12;

  /** The first character that is not in ASCII. */
  private static final int ASCII = 0x80;

  /** Devices of Windows, with any extension. */
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileNames() {}

  /** A path with {@code /} between its parts; empty if nothing of the name remains. */
  static String safe(String name) {
    return Arrays.stream(name.split("[/\\\\]+"))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .map(FileNames::part)
        .collect(Collectors.joining("/"));
  }

  /** The same name in ASCII, for file systems that can have no other. */
  static String ascii(String safe) {
    StringBuilder ascii = new StringBuilder();
    for (int c : safe.codePoints().toArray()) {
      append(c < ASCII, c, ascii);
    }
    return Arrays.stream(ascii.toString().split("/"))
        .map(FileNames::shortened)
        .collect(Collectors.joining("/"));
  }

  private static String part(String part) {
    boolean reserved = RESERVED.matcher(part).matches();
    int[] characters = part.codePoints().toArray();
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < characters.length; i++) {
      int c = characters[i];
      boolean edge = i == 0 || i == characters.length - 1;
      append(isPlain(c) && !(reserved && i == 0) || !edge && (c == ' ' || c == '.'), c, safe);
    }
    return shortened(safe.toString());
  }

  private static void append(boolean plain, int c, StringBuilder name) {
    String character = Character.toString(c);
    if (plain) {
      name.append(character);
      return;
    }
    for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
      name.append(String.format("%%%02X", b));
    }
  }

  private static String shortened(String part) {
    if (length(part) <= LONGEST) {
      return part;
    }
    int dot = part.lastIndexOf('.');
    String extension = dot >= part.length() - LONGEST_EXTENSION ? part.substring(dot) : "";
    String end = "~" + Integer.toHexString(part.hashCode()) + extension;
    StringBuilder begin = new StringBuilder();
    int room = LONGEST - length(end);
    for (int c : part.codePoints().toArray()) {
      room -= length(Character.toString(c));
      if (room < 0) {
        break;
      }
      begin.appendCodePoint(c);
    }
    return begin + end;
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isPlain(int c) {
    return c >= ASCII ? isVisible(c) : Character.isLetterOrDigit(c) || "_-+".indexOf(c) >= 0;
  }

  /** Not what steers, hides or parts other characters, and not what no font knows. */
  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
