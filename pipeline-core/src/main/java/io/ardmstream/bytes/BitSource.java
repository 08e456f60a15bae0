package io.ardmstream.bytes;

import java.util.function.IntSupplier;

/** Reads what a {@link BitSink} wrote; takes as many bytes as its bits need. */
public final class BitSource {
  private final IntSupplier bytes;
  private int held;
  private int left;

  /**
   * Reads from bytes.
   *
   * @param bytes gives the next one, 0 to 255
   */
  public BitSource(IntSupplier bytes) {
    this.bytes = bytes;
  }

  /** The next bits, 0 to 32 of them, as the lowest of a number. */
  public int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (left == 0) {
        held = bytes.getAsInt();
        left = 8;
      }
      left--;
      value = value << 1 | held >> left & 1;
    }
    return value;
  }

  /** The ones before a zero, which is passed too; at most so many, then no zero. */
  public int unary(int most) {
    int ones = 0;
    while (ones < most && bits(1) == 1) {
      ones++;
    }
    return ones;
  }
}
