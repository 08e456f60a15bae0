package io.ardmstream.ardm;

import java.util.Arrays;

/** Collects positions and cuts them into steps; steps without positions vanish. */
final class StepPlanBuilder {
  private final int[] order;
  private int positions;
  private int[] starts = new int[16];
  private int steps;
  private int open;

  StepPlanBuilder(int width, int height) {
    StepPlan.checkShape(width, height);
    order = new int[width * height];
  }

  void add(int position) {
    order[positions++] = position;
  }

  void endStep() {
    if (positions == open) {
      return;
    }
    if (steps == starts.length) {
      starts = Arrays.copyOf(starts, 2 * steps);
    }
    starts[steps++] = open;
    open = positions;
  }

  StepPlan build() {
    return new StepPlan(order, Arrays.copyOf(starts, steps));
  }
}
