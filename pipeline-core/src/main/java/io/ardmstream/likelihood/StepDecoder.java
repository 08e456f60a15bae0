package io.ardmstream.likelihood;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.distribution.LogisticMixture;
import java.util.List;

/**
 * Decodes units in lockstep: step t of all of them goes through the model together.
 *
 * @param <U> the units
 */
public final class StepDecoder<U extends CodingUnit> {

  /**
   * A unit, and what its samples come from.
   *
   * @param unit no sample known
   * @param reader gives them in the order of coding
   * @param <U> the units
   */
  public record Coded<U extends CodingUnit>(U unit, UnitReader reader) {}

  private final ContextBatch<U> rows;
  private final LogisticMixture mixture;
  private final Coded<U>[] coded;
  private final int[] positions;
  private int channels;

  /** Decodes with those rows, whose capacity is at least the largest step. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public StepDecoder(ContextBatch<U> rows, LogisticMixture mixture) {
    this.rows = rows;
    this.mixture = mixture;
    coded = new Coded[rows.capacity()];
    positions = new int[rows.capacity()];
  }

  /** Makes every sample of the units known. */
  public void decode(List<Coded<U>> all) {
    int steps = all.stream().mapToInt(unit -> unit.unit().plan().steps()).max().orElse(0);
    rows.clear();
    channels = 0;
    for (int step = 0; step < steps; step++) {
      for (Coded<U> unit : all) {
        if (step < unit.unit().plan().steps()) {
          add(unit, step);
        }
      }
      flush();
    }
  }

  /** A unit's step is never split, so that its symbols come in the order of the encoder. */
  private void add(Coded<U> unit, int step) {
    StepPlan plan = unit.unit().plan();
    int start = plan.stepStart(step);
    int end = plan.stepEnd(step);
    if (rows.size() + end - start > rows.capacity()) {
      flush();
    }
    for (int i = start; i < end; i++) {
      coded[rows.size()] = unit;
      positions[rows.size()] = plan.position(i);
      rows.add(unit.unit(), plan.position(i));
    }
    channels = Math.max(channels, unit.unit().channels());
  }

  private void flush() {
    for (int channel = 0; channel < channels; channel++) {
      rows.evaluate(channel);
      for (int row = 0; row < rows.size(); row++) {
        if (channel < coded[row].unit().channels()) {
          decode(row, channel);
        }
      }
    }
    rows.clear();
    channels = 0;
  }

  private void decode(int row, int channel) {
    Coded<U> unit = coded[row];
    rows.distribution(row, channel, mixture);
    int value = unit.reader().next(channel, positions[row], mixture);
    int sample = value + unit.unit().least(channel);
    rows.know(row, channel, sample);
    rows.reveal(row, channel, sample);
  }
}
