package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.BitSet;
import java.util.List;

/** A model that can make up samples: it decodes random bits, and may be told some of the result. */
@PublicApi(Stability.EVOLVING)
public interface SamplingModel extends BlockModel {

  /**
   * Draws what is not given, as the model believes it to be.
   *
   * @param given blocks of shapes that are covered; samples at other positions do not matter
   * @param positions of each block that are given, {@code y * width + x}; none for a block that is
   *     made up as a whole
   * @param seed of the random bits; the same seed gives the same samples
   * @return one block each, in the same order, with the samples that were given
   */
  List<Block> complete(List<Block> given, List<BitSet> positions, long seed);

  @Override
  SamplingModel inSteps(int steps);
}
