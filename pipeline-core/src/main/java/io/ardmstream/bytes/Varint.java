package io.ardmstream.bytes;

import java.io.ByteArrayOutputStream;
import java.util.function.IntSupplier;

/**
 * Numbers of variable length: seven bits a byte, least significant first, the top bit set on all
 * but the last byte.
 */
public final class Varint {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private Varint() {}

  /** Writes a number that is not negative. */
  public static void write(long value, ByteArrayOutputStream out) {
    long rest = value;
    while (rest >= MORE) {
      out.write((int) rest | MORE);
      rest >>>= BITS;
    }
    out.write((int) rest);
  }

  /**
   * Reads a number.
   *
   * @param bytes gives the next byte, 0 to 255
   * @param most bits that are read, at most 63
   * @return the number; if it does not end within these bits, the complement of what was read
   */
  public static long read(IntSupplier bytes, int most) {
    long value = 0;
    for (int shift = 0; shift < most; shift += BITS) {
      int part = bytes.getAsInt();
      value |= (long) (part & (MORE - 1)) << shift;
      if (part < MORE) {
        return value;
      }
    }
    return ~value;
  }
}
