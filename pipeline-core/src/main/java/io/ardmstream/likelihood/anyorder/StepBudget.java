package io.ardmstream.likelihood.anyorder;

import java.util.HashMap;
import java.util.Map;

/**
 * Divides steps among stages, for an encoder: costs fall ever more slowly, so steps are moved to
 * wherever they bring most until no move brings anything.
 */
final class StepBudget {
  private final LossTable losses;
  private final Map<Integer, Double> costs = new HashMap<>();

  StepBudget(LossTable losses) {
    this.losses = losses;
  }

  /**
   * Steps of each stage, at least one.
   *
   * @param budget of all stages; more than there are digits are no use
   */
  int[] divide(int budget) {
    int stages = losses.stages();
    int[] steps = new int[stages];
    for (int stage = 0; stage < stages; stage++) {
      int share = budget / stages + (stage < budget % stages ? 1 : 0);
      steps[stage] = Math.max(1, Math.min(LossTable.VARIABLES, share));
    }
    for (int move = Math.max(1, budget / 4); move > 0; move /= 2) {
      while (improve(steps, move)) {
        continue;
      }
    }
    return steps;
  }

  private boolean improve(int[] steps, int move) {
    for (int from = 0; from < steps.length; from++) {
      for (int to = 0; to < steps.length; to++) {
        boolean possible =
            from != to && steps[from] > move && steps[to] + move <= LossTable.VARIABLES;
        if (possible && gain(steps, from, to, move) > 0) {
          steps[from] -= move;
          steps[to] += move;
          return true;
        }
      }
    }
    return false;
  }

  private double gain(int[] steps, int from, int to, int move) {
    return cost(from, steps[from])
        + cost(to, steps[to])
        - cost(from, steps[from] - move)
        - cost(to, steps[to] + move);
  }

  private double cost(int stage, int steps) {
    return costs.computeIfAbsent(
        stage * (LossTable.VARIABLES + 1) + steps, key -> losses.cost(stage, steps));
  }
}
