package io.ardmstream.media.formats;

import io.ardmstream.media.Ascii;
import java.util.Arrays;

/**
 * Bytes that files of a format have at a place.
 *
 * @param tells what they tell of a file
 * @param at the place
 * @param bytes nobody changes them
 */
record Signature(String tells, int at, byte[] bytes) {
  static Signature of(String tells, int at, String text) {
    return new Signature(tells, at, Ascii.bytes(text));
  }

  /** Bytes that files begin with. */
  static Signature of(String tells, int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return new Signature(tells, 0, all);
  }

  boolean fits(byte[] file) {
    int end = at + bytes.length;
    return end <= file.length && Arrays.equals(file, at, end, bytes, 0, bytes.length);
  }
}
