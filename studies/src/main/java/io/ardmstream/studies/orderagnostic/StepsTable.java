package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.RandomOrder;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.ardm.anyorder.PolicySearch;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Steps against bits per dimension, as CSV. */
final class StepsTable {

  private static final int[] BUDGETS = {10, 20, 50, 100, 200, 500};
  private static final long SEED = 20110;

  private final IdealRate rate;
  private final int stages;
  private final List<int[]> measured;
  private final PrintStream progress;
  private final StringBuilder table = new StringBuilder("steps,bits_per_dimension\n");

  /**
   * A table without rows.
   *
   * @param measured pictures to measure on
   * @param progress gets the rows as they are found
   */
  StepsTable(IdealRate rate, int stages, List<int[]> measured, PrintStream progress) {
    this.rate = rate;
    this.stages = stages;
    this.measured = measured;
    this.progress = progress;
  }

  /** A row for a plan that every stage follows. */
  void add(StepPlan plan) {
    add(Collections.nCopies(stages, plan));
  }

  /**
   * Rows for budgets from 10 to 500 along one random order, the policies searched for on other
   * pictures, and one for as many steps as there are variables, as the losses let expect it.
   */
  void addPolicies(List<int[]> others) {
    double[][] losses = new double[stages][];
    double all = 0;
    for (int stage = 0; stage < stages; stage++) {
      losses[stage] = rate.losses(others, stage, SEED + stage);
      all += Arrays.stream(rate.losses(measured, stage, SEED - stage)).average().orElseThrow();
    }
    for (int budget : BUDGETS) {
      add(
          Arrays.stream(losses)
              .map(each -> PolicySearch.best(each, budget / stages))
              .map(policy -> new RandomOrder(SEED, policy).plan(SmallPicture.DIMENSIONS, 1))
              .toList());
    }
    add(stages * SmallPicture.DIMENSIONS, all);
  }

  private void add(List<StepPlan> plans) {
    double bits = 0;
    for (int stage = 0; stage < stages; stage++) {
      bits += rate.ofStage(measured, stage, plans.get(stage));
    }
    add(plans.stream().mapToInt(StepPlan::steps).sum(), bits);
  }

  private void add(int steps, double bits) {
    String row = String.format(Locale.ROOT, "%d,%.4f%n", steps, bits);
    progress.print(row);
    table.append(row);
  }

  /** The rows so far, under a head. */
  String csv() {
    return table.toString();
  }
}
