package io.ardmstream.block;

import java.util.List;

/**
 * Codes blocks that lean on blocks before them. A block's payload then depends on all blocks of its
 * history, and it can be decoded after these only.
 */
public interface LeaningCoder {

  /** Whether blocks of this shape can lean on others. */
  boolean leans(BlockLayout layout);

  /** A block that leans on others shall be smaller than alone by at least one part in so many. */
  default int leastGain() {
    return 64;
  }

  /**
   * A history without blocks.
   *
   * @param rules by which all of its blocks are coded
   */
  BlockHistory history(BlockLayout layout, LeaningRules rules);

  /**
   * Codes the next block of each of several sequences, which is faster than one by one.
   *
   * @param histories of this coder, one for each block; no two of them the same
   * @return one result a block, in the same order
   */
  List<LeaningBlock> encodeNext(List<BlockHistory> histories, List<Block> blocks);

  /**
   * Decodes the next block of each of several sequences. A damaged payload gives wrong samples,
   * never an exception and never a hang.
   *
   * @param histories as for {@link #encodeNext}
   * @param layouts one for each history
   * @param payloads one for each history
   * @return one block a history, in the same order
   */
  List<Block> decodeNext(
      List<BlockHistory> histories, List<BlockLayout> layouts, List<byte[]> payloads);

  /**
   * Decodes the next block of a sequence, and tells where its bits went.
   *
   * @param history as for {@link #encodeNext}
   */
  default SurveyedBlock surveyNext(BlockHistory history, BlockLayout layout, byte[] payload) {
    Block block = decodeNext(List.of(history), List.of(layout), List.of(payload)).get(0);
    return SurveyedBlock.even(block, payload.length);
  }
}
