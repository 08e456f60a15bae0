package io.ardmstream.media;

/**
 * How one sample is written in bytes, such as {@code s16le} or {@code u8}.
 *
 * @param bits 8, 16, 24, or 32 if signed: all of the sample's bytes
 * @param signed two's complement, or else unsigned
 * @param bigEndian most significant byte first; false for single bytes
 */
public record SampleFormat(int bits, boolean signed, boolean bigEndian) {

  /**
   * Checks the format.
   *
   * @throws IllegalArgumentException when a component is out of its range
   */
  public SampleFormat {
    if (bits % 8 != 0 || bits < 8 || bits > (signed ? 32 : 24) || (bigEndian && bits == 8)) {
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

  /** Writes what {@link #read} reads. */
  public void write(int[] plane, int start, int count, byte[] to, int offset, int stride) {
    int bytes = bytes();
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

  /** The text of this format, such as {@code s16le}. */
  @Override
  public String toString() {
    String order = bits == 8 ? "" : bigEndian ? "be" : "le";
    return (signed ? "s" : "u") + bits + order;
  }
}
