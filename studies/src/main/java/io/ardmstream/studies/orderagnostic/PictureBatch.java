package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.ardm.UpscalingStage;

/**
 * Pictures as far as they are known, and the digits to be coded. Values are intervals: before a
 * sample's digit is known it lies in an interval of values, afterwards in one of that interval's
 * parts.
 */
final class PictureBatch {

  /** Where the lowest and the highest interval end: beyond all that a mixture reaches. */
  private static final float BEYOND = 2000;

  private final DepthUpscaling upscaling;
  private final int pictures;
  private int filled;

  /** Per variable: centre of the interval that is known. */
  final float[] known;

  /** Per variable: how many values that interval has. */
  final float[] width;

  /** Per variable: centre and half width of the interval before and after the stage's digit. */
  final float[][] before = new float[2][];

  final float[][] after = new float[2][];

  /** Per variable: weight of its digit in the cost. */
  final float[] weight;

  /** Per picture: one of the stages. */
  final float[] stage;

  PictureBatch(DepthUpscaling upscaling, int pictures) {
    this.upscaling = upscaling;
    this.pictures = pictures;
    int size = pictures * SmallPicture.DIMENSIONS;
    known = new float[size];
    width = new float[size];
    weight = new float[size];
    for (int i = 0; i < 2; i++) {
      before[i] = new float[size];
      after[i] = new float[size];
    }
    stage = new float[pictures * upscaling.stages()];
  }

  int pictures() {
    return pictures;
  }

  /** The next picture; each of the digits coded in that situation gets the weight. */
  void add(int[] values, Situation situation, float codedWeight) {
    UpscalingStage digits = upscaling.stage(situation.stage());
    Mask mask = Mask.before(situation.plan(), situation.step());
    int[] view = new AbsorbedView(upscaling).of(values, situation.stage(), mask);
    int from = filled * SmallPicture.DIMENSIONS;
    for (int i = 0; i < view.length; i++) {
      int count = mask.known(i) ? digits.width() : digits.parentWidth();
      known[from + i] = view[i] + (count - 1) / 2f;
      width[from + i] = count;
      int parent = digits.from(values[i]);
      int child = parent + digits.digit(values[i]) * digits.width();
      interval(before, from + i, parent, digits.parentWidth());
      interval(after, from + i, child, digits.width());
    }
    weigh(from, situation, codedWeight);
    stage[filled * upscaling.stages() + situation.stage()] = 1;
    filled++;
  }

  private static void interval(float[][] target, int at, int first, int values) {
    float low = first == 0 ? -BEYOND : first - 0.5f;
    float high = first + values == SmallPicture.CARDINALITY ? BEYOND : first + values - 0.5f;
    target[0][at] = (low + high) / 2;
    target[1][at] = (high - low) / 2;
  }

  private void weigh(int from, Situation situation, float value) {
    StepPlan plan = situation.plan();
    for (int rank = plan.stepStart(situation.step());
        rank < plan.stepEnd(situation.step());
        rank++) {
      weight[from + plan.position(rank)] = value;
    }
  }
}
