package io.ardmstream.likelihood;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.distribution.LogisticMixture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Steps whose samples are all known, as many as go through the model at once.
 *
 * @param <U> the units
 */
final class KnownSteps<U extends CodingUnit> {

  /** A step: the positions from one rank of the unit's plan to another. */
  record Step<U extends CodingUnit>(StepEncoder.Coded<U> coded, int start, int end) {}

  private final ContextBatch<U> rows;
  private final List<Step<U>> steps = new ArrayList<>();

  KnownSteps(ContextBatch<U> rows) {
    this.rows = rows;
  }

  /** All steps of the units, one unit after another. */
  static <U extends CodingUnit> Queue<Step<U>> all(List<StepEncoder.Coded<U>> units) {
    Queue<Step<U>> all = new ArrayDeque<>();
    for (StepEncoder.Coded<U> coded : units) {
      StepPlan plan = coded.unit().plan();
      for (int step = 0; step < plan.steps(); step++) {
        all.add(new Step<>(coded, plan.stepStart(step), plan.stepEnd(step)));
      }
    }
    return all;
  }

  /** Takes the next steps and asks the model about them; false if there are none. */
  boolean take(Queue<Step<U>> left) {
    rows.clear();
    steps.clear();
    int channels = 0;
    while (!left.isEmpty() && fits(left.element())) {
      Step<U> step = left.remove();
      steps.add(step);
      U unit = step.coded().unit();
      for (int rank = step.start(); rank < step.end(); rank++) {
        rows.add(unit, unit.plan().position(rank));
      }
      channels = Math.max(channels, unit.channels());
    }
    for (int channel = 0; channel < channels; channel++) {
      evaluate(channel);
    }
    return !steps.isEmpty();
  }

  private boolean fits(Step<U> step) {
    return rows.size() + step.end() - step.start() <= rows.capacity();
  }

  private void evaluate(int channel) {
    rows.evaluate(channel);
    int row = 0;
    for (Step<U> step : steps) {
      int end = row + step.end() - step.start();
      if (channel < step.coded().unit().channels()) {
        for (int i = row; i < end; i++) {
          rows.reveal(i, channel, rows.value(i, channel));
        }
      }
      row = end;
    }
  }

  /** Hands the samples to the writers. */
  void write(LogisticMixture mixture) {
    int row = 0;
    for (Step<U> step : steps) {
      write(step, row, mixture);
      row += step.end() - step.start();
    }
  }

  private void write(Step<U> step, int firstRow, LogisticMixture mixture) {
    U unit = step.coded().unit();
    for (int channel = 0; channel < unit.channels(); channel++) {
      for (int rank = step.start(); rank < step.end(); rank++) {
        int row = firstRow + rank - step.start();
        rows.distribution(row, channel, mixture);
        int value = rows.value(row, channel) - unit.least(channel);
        step.coded().writer().put(channel, unit.plan().position(rank), mixture, value);
      }
    }
  }
}
