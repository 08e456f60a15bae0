package io.ardmstream.block.coefficient;

import io.ardmstream.failure.CorruptDataException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of a JPEG file's length is left for its coefficients. A coefficient other than zero
 * takes a bit of the file at least, and each of its significant bits another one; what takes more
 * than the file is long was not coded from it, and is given up while it is decoded: a few bytes
 * could keep a decoder busy for minutes else. Safe for use by several threads.
 */
final class FileBits {
  private static final int OF_BYTE = 8;

  /** Past the ends of what is damaged the coefficients of a block each may have been made up. */
  private static final long FREE = 1 << 20;

  private final AtomicLong left;

  private FileBits(long bits) {
    left = new AtomicLong(bits);
  }

  /** Those of a file of so many bytes. */
  static FileBits of(int bytes) {
    return new FileBits(FREE + (long) OF_BYTE * bytes);
  }

  /** Those of coefficients that came out of a file. */
  static FileBits unlimited() {
    return new FileBits(Long.MAX_VALUE);
  }

  /** What a coefficient takes at least. */
  static int least(int coefficient) {
    return coefficient == 0 ? 0 : 1 + Magnitudes.bits(Math.abs(coefficient));
  }

  /**
   * Takes some.
   *
   * @throws CorruptDataException if there are not so many left
   */
  void take(long bits) {
    if (left.addAndGet(-bits) < 0) {
      throw new CorruptDataException(
          "The JPEG has more coefficients than its length has bits",
          "coefficients",
          "Fetch the encoded record again from where it came.");
    }
  }
}
