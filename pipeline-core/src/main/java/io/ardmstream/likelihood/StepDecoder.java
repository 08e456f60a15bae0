package io.ardmstream.likelihood;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.coder.RansDecoder;
import io.ardmstream.distribution.LogisticMixture;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes units in lockstep: step t of all of them goes through the model together.
 *
 * @param <U> the units
 */
public final class StepDecoder<U extends CodingUnit> {

  /** A unit, its payload, and who wants to know what it costs. */
  private record Coded<U extends CodingUnit>(
      U unit, int[][] widths, RansDecoder payload, SymbolSink sink) {}

  private final ContextBatch<U> rows;
  private final DigitCoder coder;
  private final LogisticMixture mixture;
  private final Coded<U>[] coded;
  private final int[] places;
  private int channels;

  /** Decodes with those rows, whose capacity is at least the largest step. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public StepDecoder(ContextBatch<U> rows, LogisticMixture mixture) {
    this.rows = rows;
    this.mixture = mixture;
    coder = new DigitCoder(mixture);
    coded = new Coded[rows.capacity()];
    places = new int[rows.capacity()];
  }

  /**
   * Makes every sample of the units known.
   *
   * @param payloads one per unit
   * @param sinks one per unit; each is told the digits of its unit
   * @param base of the digits
   */
  public void decode(
      List<U> units, List<RansDecoder> payloads, List<? extends SymbolSink> sinks, int base) {
    List<Coded<U>> all = new ArrayList<>();
    int steps = 0;
    for (int i = 0; i < units.size(); i++) {
      U unit = units.get(i);
      int[][] widths = UnitSymbols.widths(unit, base);
      all.add(new Coded<>(unit, widths, payloads.get(i), sinks.get(i)));
      steps = Math.max(steps, unit.plan().steps());
    }
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
      places[rows.size()] = plan.position(i);
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
    int leaf =
        coder.decode(
            unit.widths()[channel],
            unit.unit().cardinality(channel),
            unit.payload(),
            unit.sink(),
            places[row]);
    int value = leaf + unit.unit().least(channel);
    rows.know(row, channel, value);
    rows.reveal(row, channel, value);
  }
}
