package io.ardmstream.media;

import java.nio.charset.StandardCharsets;

/** Markers of file formats: one byte a character, of any value. */
public final class Ascii {
  private Ascii() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  /** Whether the marker stands at the offset; false where the bytes end before. */
  public static boolean at(byte[] bytes, int offset, String marker) {
    if (offset + marker.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < marker.length(); i++) {
      if ((bytes[offset + i] & 0xFF) != marker.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
