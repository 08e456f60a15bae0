package io.ardmstream.likelihood;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.StepPlan;
import io.ardmstream.coder.RansBlockEncoder;

/**
 * The coder's symbols of one unit, collected in any order and coded in that of the schedule.
 *
 * @param <U> the units
 */
public final class UnitSymbols<U extends CodingUnit> {

  private final U unit;
  private final int[][] widths;
  private final int[][] slices;
  private final BitCount bits = new BitCount();

  /**
   * No symbols yet.
   *
   * @param base of the digits
   */
  public UnitSymbols(U unit, int base) {
    this.unit = unit;
    widths = widths(unit, base);
    slices = new int[widths.length][];
    for (int c = 0; c < slices.length; c++) {
      slices[c] = new int[unit.plan().positions() * widths[c].length];
    }
  }

  /** Leaves per digit, by channel and stage. */
  static int[][] widths(CodingUnit unit, int base) {
    int[][] widths = new int[unit.channels()][];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = DigitCoder.widths(new DepthUpscaling(base, unit.cardinality(c)));
    }
    return widths;
  }

  /** The unit. */
  public U unit() {
    return unit;
  }

  int[] widths(int channel) {
    return widths[channel];
  }

  int[] slices(int channel) {
    return slices[channel];
  }

  BitCount bits() {
    return bits;
  }

  /** Within a step: channel by channel, place by place, most significant digit first. */
  byte[] encode() {
    RansBlockEncoder stack = new RansBlockEncoder();
    StepPlan plan = unit.plan();
    for (int step = 0; step < plan.steps(); step++) {
      for (int c = 0; c < slices.length; c++) {
        int stages = widths[c].length;
        for (int i = plan.stepStart(step) * stages; i < plan.stepEnd(step) * stages; i++) {
          stack.add(slices[c][i]);
        }
      }
    }
    return stack.encode();
  }
}
