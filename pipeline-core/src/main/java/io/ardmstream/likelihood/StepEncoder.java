package io.ardmstream.likelihood;

import io.ardmstream.ardm.StepPlan;
import io.ardmstream.distribution.LogisticMixture;
import java.util.List;

/**
 * Encodes units: all samples are known, so that many steps go through the model at once.
 *
 * @param <U> the units
 */
public final class StepEncoder<U extends CodingUnit> {

  private final ContextBatch<U> rows;
  private final DigitCoder coder;
  private final LogisticMixture mixture;
  private final UnitSymbols<U>[] symbols;
  private final int[] ranks;
  private int channels;

  /** Encodes with those rows. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public StepEncoder(ContextBatch<U> rows, LogisticMixture mixture) {
    this.rows = rows;
    this.mixture = mixture;
    coder = new DigitCoder(mixture);
    symbols = new UnitSymbols[rows.capacity()];
    ranks = new int[rows.capacity()];
  }

  /** Fills in the symbols of the units. */
  public void encode(List<UnitSymbols<U>> units) {
    rows.clear();
    channels = 0;
    for (UnitSymbols<U> unit : units) {
      StepPlan plan = unit.unit().plan();
      for (int rank = 0; rank < plan.positions(); rank++) {
        symbols[rows.size()] = unit;
        ranks[rows.size()] = rank;
        channels = Math.max(channels, unit.unit().channels());
        rows.add(unit.unit(), plan.position(rank));
        if (rows.size() == rows.capacity()) {
          flush();
        }
      }
    }
    flush();
  }

  private void flush() {
    for (int channel = 0; channel < channels; channel++) {
      rows.evaluate(channel);
      for (int row = 0; row < rows.size(); row++) {
        if (channel < symbols[row].unit().channels()) {
          encode(row, channel);
        }
      }
    }
    rows.clear();
    channels = 0;
  }

  private void encode(int row, int channel) {
    UnitSymbols<U> unit = symbols[row];
    int[] widths = unit.widths(channel);
    int value = rows.value(row, channel);
    rows.distribution(row, channel, mixture);
    coder.encode(
        widths,
        unit.unit().cardinality(channel),
        value - unit.unit().least(channel),
        unit.slices(channel),
        ranks[row] * widths.length,
        unit.bits());
    rows.reveal(row, channel, value);
  }
}
