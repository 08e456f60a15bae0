package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.Arrays;

/**
 * A decoded block, and where its bits went. The arrays are not copied.
 *
 * @param block the block
 * @param bits what all channels of a position cost, at {@code y * width + x}; without the losses of
 *     the coder and what a payload holds beside its samples
 */
@PublicApi(Stability.EVOLVING)
public record SurveyedBlock(Block block, float[] bits) {

  /** A block whose bits are known as a whole only, and so are spread evenly. */
  public static SurveyedBlock even(Block block, int payloadLength) {
    float[] bits = new float[block.layout().planeSize()];
    Arrays.fill(bits, 8f * payloadLength / Math.max(1, bits.length));
    return new SurveyedBlock(block, bits);
  }
}
