package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.StepPlan;
import java.util.BitSet;

/** Which positions of a block are known before a step: the mask m of the paper's algorithms. */
final class Mask {
  private final BitSet known;

  private Mask(BitSet known) {
    this.known = known;
  }

  /**
   * The mask under which a step is coded.
   *
   * @param step 0 (nothing is known) to {@code plan.steps()} (everything is)
   */
  static Mask before(StepPlan plan, int step) {
    BitSet known = new BitSet(plan.positions());
    int end = step == plan.steps() ? plan.positions() : plan.stepStart(step);
    for (int rank = 0; rank < end; rank++) {
      known.set(plan.position(rank));
    }
    return new Mask(known);
  }

  /** Whether the variable at a position y · width + x is known. */
  boolean known(int position) {
    return known.get(position);
  }

  /** How many variables are known. */
  int count() {
    return known.cardinality();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Mask mask && known.equals(mask.known);
  }

  @Override
  public int hashCode() {
    return known.hashCode();
  }

  @Override
  public String toString() {
    return "Mask" + known;
  }
}
