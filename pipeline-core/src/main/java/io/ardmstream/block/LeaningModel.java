package io.ardmstream.block;

import java.util.List;

/**
 * A model whose blocks may lean on blocks of the same shape before them: consecutive frames of a
 * camera, slices of a volume. All blocks of a history have its shape.
 */
public interface LeaningModel extends BlockModel, LeaningCoder {

  /**
   * Decodes the next block of each of several sequences, as their histories know its shape.
   *
   * @param histories as for {@link #encodeNext}
   * @param payloads one for each history
   * @return one block a history, in the same order
   */
  List<Block> decodeNext(List<BlockHistory> histories, List<byte[]> payloads);

  @Override
  default List<Block> decodeNext(
      List<BlockHistory> histories, List<BlockLayout> layouts, List<byte[]> payloads) {
    return decodeNext(histories, payloads);
  }

  /**
   * Decodes the next block of a sequence, and tells where its bits went.
   *
   * @param history as for {@link #encodeNext}
   */
  SurveyedBlock surveyNext(BlockHistory history, byte[] payload);

  @Override
  default SurveyedBlock surveyNext(BlockHistory history, BlockLayout layout, byte[] payload) {
    return surveyNext(history, payload);
  }
}
