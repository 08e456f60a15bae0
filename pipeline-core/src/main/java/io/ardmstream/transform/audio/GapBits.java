package io.ardmstream.transform.audio;

import java.io.ByteArrayOutputStream;

/**
 * Writes the gaps between listed values with a Golomb-Rice code: the gap's upper part in ones ended
 * by a zero, then its low {@code shift} bits, all with the most significant bit first.
 */
final class GapBits {
  /** Longest run of ones; a run of this length is followed by 32 plain bits. */
  static final int ESCAPE = 24;

  private final ByteArrayOutputStream out;
  private final int shift;
  private int pending;
  private int count;

  GapBits(ByteArrayOutputStream out, int shift) {
    this.out = out;
    this.shift = shift;
  }

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
   * @param gap values left out between two listed ones, as an unsigned number
   */
  void write(int gap) {
    int upper = gap >>> shift;
    if (upper >= 0 && upper < ESCAPE) {
      for (int i = 0; i < upper; i++) {
        bit(1);
      }
      bit(0);
      plain(gap, shift);
    } else {
      for (int i = 0; i < ESCAPE; i++) {
        bit(1);
      }
      plain(gap, 32);
    }
  }

  private void plain(int value, int bits) {
    for (int i = bits - 1; i >= 0; i--) {
      bit(value >>> i & 1);
    }
  }

  private void bit(int bit) {
    pending = pending << 1 | bit;
    count++;
    if (count == 8) {
      out.write(pending);
      pending = 0;
      count = 0;
    }
  }

  /** Fills the last byte with zeros. */
  void finish() {
    while (count != 0) {
      bit(0);
    }
  }
}
