package io.ardmstream.block.classic;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.SampleRange;
import io.ardmstream.coder.binary.BitCoder;

/** A way to pass all samples of a block. */
interface SampleCoding {

  /** Whether blocks of this shape can be passed. */
  boolean suits(BlockLayout layout);

  /**
   * What shall be known of these samples beforehand.
   *
   * @return flags, none of them {@link MixedSamples#RANKS}
   */
  int survey(int[][] planes, BlockLayout layout);

  /**
   * Encodes the samples or fills them in.
   *
   * @param range of the samples
   * @param flags what {@link #survey} gave, or anything
   */
  void pass(int[][] planes, BlockLayout layout, SampleRange range, int flags, BitCoder port);
}
