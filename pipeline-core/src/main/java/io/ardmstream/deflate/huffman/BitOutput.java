package io.ardmstream.deflate.huffman;

import java.util.Arrays;

/** The inverse of {@link BitInput}. */
public final class BitOutput {
  private byte[] bytes = new byte[1 << 12];
  private int size;
  private long held;
  private int bits;

  /** Puts the lowest {@code count} bits of a number, at most 16. */
  public void put(int number, int count) {
    held |= (long) number << bits;
    bits += count;
    while (bits >= 8) {
      add((byte) held);
      held >>>= 8;
      bits -= 8;
    }
  }

  /** Fills the byte begun with the lowest bits of a number. */
  public void pad(int padding) {
    if (bits > 0) {
      int missing = 8 - bits;
      put(padding & (1 << missing) - 1, missing);
    }
  }

  public void copy(byte[] from, int at, int length) {
    for (int i = 0; i < length; i++) {
      put(from[at + i] & 0xFF, 8);
    }
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void add(byte next) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = next;
  }
}
