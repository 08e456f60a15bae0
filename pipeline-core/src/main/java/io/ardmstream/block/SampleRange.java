package io.ardmstream.block;

import io.ardmstream.mixing.Hash;

/**
 * The values that samples can have; differences of them wrap around.
 *
 * @param bitDepth 1 to 32
 * @param signed whether they are centred on zero
 */
public record SampleRange(int bitDepth, boolean signed) {

  /** That of the samples of a block. */
  public static SampleRange of(BlockLayout layout) {
    return new SampleRange(layout.bitDepth(), layout.signed());
  }

  /** That of the indices of a list of so many entries, at least one. */
  public static SampleRange ofIndices(int entries) {
    return new SampleRange(Math.max(1, Hash.log(entries - 1)), false);
  }

  /** A difference as the congruent number in [-2^(bitDepth-1), 2^(bitDepth-1)). */
  public int wrap(int difference) {
    int unused = 32 - bitDepth;
    return difference << unused >> unused;
  }

  /** The congruent value that is in range. */
  public int wrapToRange(int value) {
    int unused = 32 - bitDepth;
    return signed ? value << unused >> unused : value << unused >>> unused;
  }

  /** The value in range that is nearest. */
  public int clip(long value) {
    long least = signed ? -1L << bitDepth - 1 : 0;
    long greatest = least + (1L << bitDepth) - 1;
    return (int) Math.max(least, Math.min(greatest, value));
  }
}
