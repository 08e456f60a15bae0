package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.Schedule;
import io.ardmstream.ardm.StepPlan;
import java.util.Random;

/**
 * One schedule for all pictures: each of its steps codes one channel after another, green first.
 *
 * @param plan over the variables
 */
record FixedOrder(StepPlan plan) implements LearntOrder {

  private static final int[] CHANNELS = {1, 0, 2};

  static FixedOrder of(Schedule schedule) {
    StepPlan pixels = schedule.plan(SmallPicture.SIDE, SmallPicture.SIDE);
    int[] order = new int[SmallPicture.DIMENSIONS];
    int[] starts = new int[pixels.steps() * CHANNELS.length];
    int at = 0;
    for (int step = 0; step < pixels.steps(); step++) {
      for (int c = 0; c < CHANNELS.length; c++) {
        starts[step * CHANNELS.length + c] = at;
        for (int i = pixels.stepStart(step); i < pixels.stepEnd(step); i++) {
          order[at++] = pixels.position(i) * SmallPicture.CHANNELS + CHANNELS[c];
        }
      }
    }
    return new FixedOrder(new StepPlan(order, starts));
  }

  @Override
  public Drawn draw(Random random) {
    int rank = random.nextInt(plan.positions());
    int step = 0;
    while (plan.stepEnd(step) <= rank) {
      step++;
    }
    return new Drawn(plan, step);
  }
}
