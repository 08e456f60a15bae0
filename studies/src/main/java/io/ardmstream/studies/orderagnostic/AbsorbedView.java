package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.UpscalingStage;

/**
 * The order-agnostic view of a block: what a network may see of it in a stage under a mask
 * (algorithms 1 to 4 of the paper). A known variable shows its digits up to and including the
 * stage's, every other one those of the earlier stages only; digits that are not shown are in the
 * absorbing state, zero. That is i = m ⊙ x<sup>(s)</sup> + (1 − m) ⊙ x<sup>(s−1)</sup>.
 *
 * @param upscaling how values fall into digits
 */
record AbsorbedView(DepthUpscaling upscaling) {

  /**
   * Hides from a block what is not known.
   *
   * @param values the block's values, 0 to cardinality - 1; left as they are
   * @param stage the stage in progress, 0 to {@code upscaling.stages() - 1}
   * @param mask the positions whose digit of this stage is known
   * @return one value per position, in the same range
   */
  int[] of(int[] values, int stage, Mask mask) {
    UpscalingStage current = upscaling.stage(stage);
    int[] view = new int[values.length];
    for (int position = 0; position < values.length; position++) {
      int prefix = current.from(values[position]);
      int digit = mask.known(position) ? current.digit(values[position]) : 0;
      view[position] = prefix + digit * current.width();
    }
    return view;
  }
}
