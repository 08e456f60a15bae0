package io.ardmstream.media;

import io.ardmstream.api.PublicApi;

/**
 * How one sample is written in bytes, such as {@code s16le} or {@code u8}.
 *
 * @param bits 8, 16, 24, or 32 if signed: all of the sample's bytes; 32 or 64 if floating
 * @param signed two's complement, or else unsigned; true if floating
 * @param bigEndian most significant byte first; false for single bytes
 * @param floating IEEE 754, whose samples are neither read nor written here
 */
@PublicApi
public record SampleFormat(int bits, boolean signed, boolean bigEndian, boolean floating) {

  /** Integers. */
  public SampleFormat(int bits, boolean signed, boolean bigEndian) {
    this(bits, signed, bigEndian, false);
  }

  /** Numbers of IEEE 754. */
  public static SampleFormat floating(int bits, boolean bigEndian) {
    return new SampleFormat(bits, true, bigEndian, true);
  }

  /**
   * Checks the format.
   *
   * @throws IllegalArgumentException when a component is out of its range
   */
  public SampleFormat {
    if (floating
        ? bits != 32 && bits != 64
        : bits % 8 != 0 || bits < 8 || bits > (signed ? 32 : 24) || (bigEndian && bits == 8)) {
      throw new IllegalArgumentException("no such sample format: " + bits + ", " + signed);
    }
  }

  public int bytes() {
    return bits / 8;
  }

  /**
   * Reads {@code count} samples, the first at {@code offset}, each {@code stride} bytes further.
   */
  public void read(byte[] from, int offset, int stride, int[] plane, int start, int count) {
    int bytes = bytes();
    if (bytes == 1) {
      int mask = signed ? -1 : 0xFF;
      for (int i = 0, at = offset; i < count; i++, at += stride) {
        plane[start + i] = from[at] & mask;
      }
      return;
    } else if (bytes == 2) {
      readPairs(from, offset, stride, plane, start, count);
      return;
    }
    int step = bigEndian ? 1 : -1;
    int first = bigEndian ? offset : offset + bytes - 1;
    int spare = 32 - bits;
    for (int i = 0; i < count; i++, first += stride) {
      int value = 0;
      for (int b = 0, at = first; b < bytes; b++, at += step) {
        value = value << 8 | from[at] & 0xFF;
      }
      plane[start + i] = signed ? value << spare >> spare : value;
    }
  }

  private void readPairs(byte[] from, int offset, int stride, int[] plane, int start, int count) {
    int upper = bigEndian ? 0 : 1;
    int mask = signed ? -1 : 0xFFFF;
    for (int i = 0, at = offset; i < count; i++, at += stride) {
      plane[start + i] = (from[at + upper] << 8 | from[at + 1 - upper] & 0xFF) & mask;
    }
  }

  /** Writes what {@link #read} reads. */
  public void write(int[] plane, int start, int count, byte[] to, int offset, int stride) {
    int bytes = bytes();
    if (bytes == 1) {
      for (int i = 0, at = offset; i < count; i++, at += stride) {
        to[at] = (byte) plane[start + i];
      }
      return;
    } else if (bytes == 2) {
      writePairs(plane, start, count, to, offset, stride);
      return;
    }
    int step = bigEndian ? -1 : 1;
    int first = bigEndian ? offset + bytes - 1 : offset;
    for (int i = 0; i < count; i++, first += stride) {
      int value = plane[start + i];
      for (int b = 0, at = first; b < bytes; b++, at += step) {
        to[at] = (byte) value;
        value >>= 8;
      }
    }
  }

  private void writePairs(int[] plane, int start, int count, byte[] to, int offset, int stride) {
    int upper = bigEndian ? 0 : 1;
    for (int i = 0, at = offset; i < count; i++, at += stride) {
      to[at + upper] = (byte) (plane[start + i] >> 8);
      to[at + 1 - upper] = (byte) plane[start + i];
    }
  }

  /** The text of this format, such as {@code s16le}. */
  @Override
  public String toString() {
    String order = bits == 8 ? "" : bigEndian ? "be" : "le";
    return (floating ? "f" : signed ? "s" : "u") + bits + order;
  }
}
