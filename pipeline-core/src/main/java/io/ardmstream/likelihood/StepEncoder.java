package io.ardmstream.likelihood;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.distribution.LogisticMixture;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes units: all samples are known, so that many steps go through the model at once. What it
 * makes of them then goes to the writers in the order of coding.
 *
 * @param <U> the units
 */
public final class StepEncoder<U extends CodingUnit> {

  /**
   * A unit, and what takes its samples.
   *
   * @param unit all samples known
   * @param writer takes them in the order of coding
   * @param <U> the units
   */
  public record Coded<U extends CodingUnit>(U unit, UnitWriter writer) {}

  /** A step whose positions are consecutive rows. */
  private record Step<U extends CodingUnit>(Coded<U> coded, int rank, int firstRow, int end) {}

  private final ContextBatch<U> rows;
  private final LogisticMixture mixture;
  private final List<Step<U>> steps = new ArrayList<>();
  private int channels;

  /** Encodes with those rows, whose capacity is at least the largest step. */
  public StepEncoder(ContextBatch<U> rows, LogisticMixture mixture) {
    this.rows = rows;
    this.mixture = mixture;
  }

  /** Hands all samples of the units to their writers. */
  public void encode(List<Coded<U>> units) {
    rows.clear();
    channels = 0;
    steps.clear();
    for (Coded<U> coded : units) {
      StepPlan plan = coded.unit().plan();
      for (int step = 0; step < plan.steps(); step++) {
        add(coded, plan.stepStart(step), plan.stepEnd(step));
      }
    }
    flush();
  }

  private void add(Coded<U> coded, int start, int end) {
    if (rows.size() + end - start > rows.capacity()) {
      flush();
    }
    steps.add(new Step<>(coded, start, rows.size(), rows.size() + end - start));
    for (int rank = start; rank < end; rank++) {
      rows.add(coded.unit(), coded.unit().plan().position(rank));
    }
    channels = Math.max(channels, coded.unit().channels());
  }

  private void flush() {
    for (int channel = 0; channel < channels; channel++) {
      rows.evaluate(channel);
      for (Step<U> step : steps) {
        if (channel < step.coded().unit().channels()) {
          for (int row = step.firstRow(); row < step.end(); row++) {
            rows.reveal(row, channel, rows.value(row, channel));
          }
        }
      }
    }
    steps.forEach(this::write);
    rows.clear();
    steps.clear();
    channels = 0;
  }

  private void write(Step<U> step) {
    U unit = step.coded().unit();
    for (int channel = 0; channel < unit.channels(); channel++) {
      for (int row = step.firstRow(); row < step.end(); row++) {
        int position = unit.plan().position(step.rank() + row - step.firstRow());
        rows.distribution(row, channel, mixture);
        int value = rows.value(row, channel) - unit.least(channel);
        step.coded().writer().put(channel, position, mixture, value);
      }
    }
  }
}
