package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.training.TrainingSession;
import java.util.List;
import java.util.Random;

/** Measures ideal code lengths of a trained network. */
final class IdealRate {

  /** Numbers of known variables at which losses are measured; between them lie straight lines. */
  private static final int KNOTS = 48;

  private final OrderTask task;
  private final TrainingSession session;
  private final DepthUpscaling upscaling;

  IdealRate(OrderTask task, TrainingSession session, DepthUpscaling upscaling) {
    this.task = task;
    this.session = session;
    this.upscaling = upscaling;
  }

  /** Bits per dimension of pictures in one stage, coded along a plan. */
  double ofStage(List<int[]> pictures, int stage, StepPlan plan) {
    double bits = 0;
    for (int step = 0; step < plan.steps(); step++) {
      Situation situation = new Situation(plan, stage, step);
      PictureBatch batch = new PictureBatch(upscaling, pictures.size());
      pictures.forEach(picture -> batch.add(picture, situation, 1));
      bits += session.costs(task.feeds(batch))[0];
    }
    return bits / pictures.size() / SmallPicture.DIMENSIONS;
  }

  /** L<sub>t</sub> of a stage in bits, for every number t of known variables. */
  double[] losses(List<int[]> pictures, int stage, long seed) {
    Random random = new Random(seed);
    double[] losses = new double[SmallPicture.DIMENSIONS];
    int last = losses.length - 1;
    for (int knot = 0; knot < KNOTS; knot++) {
      int from = Math.max(0, (knot - 1) * last / (KNOTS - 1));
      int to = knot * last / (KNOTS - 1);
      losses[to] = loss(pictures, stage, to, random);
      for (int t = from + 1; t < to; t++) {
        losses[t] = losses[from] + (losses[to] - losses[from]) * (t - from) / (to - from);
      }
    }
    return losses;
  }

  private double loss(List<int[]> pictures, int stage, int known, Random random) {
    PictureBatch batch = new PictureBatch(upscaling, pictures.size());
    for (int[] picture : pictures) {
      LearntOrder.Drawn drawn = AnyOrder.after(known, random.nextLong());
      Situation situation = new Situation(drawn.plan(), stage, drawn.step());
      batch.add(picture, situation, 1f / (pictures.size() * situation.coded()));
    }
    return session.costs(task.feeds(batch))[0];
  }
}
