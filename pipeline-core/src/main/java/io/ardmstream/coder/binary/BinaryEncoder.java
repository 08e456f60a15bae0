package io.ardmstream.coder.binary;

import java.util.Arrays;

/** A binary arithmetic coder: the interval [low, high] of 32-bit numbers shrinks with each bit. */
public final class BinaryEncoder implements BitCoder {
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private int low;
  private int high = -1;

  @Override
  public int pass(int bit, int probability) {
    int middle = Interval.middle(low, high, probability);
    if (bit == 1) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while ((low ^ high) >>> 24 == 0) {
      put(high >>> 24);
      low <<= 8;
      high = high << 8 | 0xFF;
    }
    return bit;
  }

  /** Bytes that are certain so far. */
  public int length() {
    return length;
  }

  /** The shortest bytes that, followed by zeros, lie in the interval. */
  public byte[] finish() {
    if (low != 0) {
      int shift = 24;
      int value = roundedUp(shift);
      while (Integer.compareUnsigned(value, low) < 0 || Integer.compareUnsigned(value, high) > 0) {
        shift -= 8;
        value = roundedUp(shift);
      }
      for (int at = 24; at >= shift; at -= 8) {
        put(value >>> at);
      }
    }
    while (length > 0 && bytes[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(bytes, length);
  }

  private int roundedUp(int shift) {
    int rest = (1 << shift) - 1;
    return low + rest & ~rest;
  }

  private void put(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) value;
  }
}
