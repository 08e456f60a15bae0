package io.ardmstream.block.classic;

/**
 * The values that samples can have; differences of them wrap around.
 *
 * @param bitDepth 1 to 32
 * @param signed whether they are centred on zero
 */
record SampleRange(int bitDepth, boolean signed) {

  /** A difference as the congruent number in [-2^(bitDepth-1), 2^(bitDepth-1)). */
  int wrap(int difference) {
    int unused = 32 - bitDepth;
    return difference << unused >> unused;
  }

  /** The congruent value that is in range. */
  int wrapToRange(int value) {
    int unused = 32 - bitDepth;
    return signed ? value << unused >> unused : value << unused >>> unused;
  }

  /** The value in range that is nearest. */
  int clip(long value) {
    long least = signed ? -1L << bitDepth - 1 : 0;
    long greatest = least + (1L << bitDepth) - 1;
    return (int) Math.max(least, Math.min(greatest, value));
  }
}
