package io.ardmstream.transform.audio;

import io.ardmstream.bytes.BitSink;
import io.ardmstream.bytes.BitSource;

/**
 * The gaps between listed values in a Golomb-Rice code: the gap's upper part in ones ended by a
 * zero, then its low {@code shift} bits, all with the most significant bit first.
 */
final class GapBits {
  /** Longest run of ones; a run of this length is followed by 32 plain bits. */
  private static final int ESCAPE = 24;

  private GapBits() {}

  /** The shift that writes the gaps of a list in the fewest bits. */
  static int bestShift(int[] values) {
    int best = 0;
    for (int shift = 1; shift < 16; shift++) {
      if (length(values, shift) < length(values, best)) {
        best = shift;
      }
    }
    return best;
  }

  /** Bits all gaps of a list take. */
  static long length(int[] values, int shift) {
    long bits = 0;
    for (int i = 1; i < values.length; i++) {
      int upper = (values[i] - values[i - 1] - 1) >>> shift;
      bits += upper < ESCAPE ? upper + 1L + shift : ESCAPE + 32L;
    }
    return bits;
  }

  /**
   * Writes a gap.
   *
   * @param gap values left out between two listed ones, as an unsigned number
   */
  static void write(BitSink bits, int gap, int shift) {
    int upper = gap >>> shift;
    boolean escaped = upper < 0 || upper >= ESCAPE;
    bits.unary(escaped ? ESCAPE : upper, !escaped);
    bits.bits(gap, escaped ? 32 : shift);
  }

  /** Reads a gap. */
  static long read(BitSource bits, int shift) {
    int upper = bits.unary(ESCAPE);
    return upper == ESCAPE
        ? Integer.toUnsignedLong(bits.bits(32))
        : ((long) upper << shift) + bits.bits(shift);
  }
}
