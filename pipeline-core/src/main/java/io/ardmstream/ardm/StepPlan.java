package io.ardmstream.ardm;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The generation order sigma of a block's positions, cut into steps. The variables of a step are
 * coded in parallel: they are independent given all that earlier steps made known.
 *
 * <p>Arrays are copied on the way in and out; {@link #position} does not copy.
 *
 * @param order every position y · width + x of the block once, in the order of coding
 * @param stepStarts index into {@code order} where each step starts: ascending from 0, no step is
 *     empty; no starts if there is no position
 */
public record StepPlan(int[] order, int[] stepStarts) {

  /** Checks that the order is a permutation and the steps cover it. */
  public StepPlan {
    order = order.clone();
    stepStarts = stepStarts.clone();
    checkPermutation(order);
    checkSteps(order.length, stepStarts);
  }

  /** A copy of the order. */
  @Override
  public int[] order() {
    return order.clone();
  }

  /** A copy of the starts. */
  @Override
  public int[] stepStarts() {
    return stepStarts.clone();
  }

  /** How many positions there are. */
  public int positions() {
    return order.length;
  }

  /** The position that is coded as the {@code rank}-th, from 0. */
  public int position(int rank) {
    return order[rank];
  }

  /** How many steps there are: the budget. */
  public int steps() {
    return stepStarts.length;
  }

  /** Rank of the first position of a step. */
  public int stepStart(int step) {
    return stepStarts[step];
  }

  /** Rank after the last position of a step. */
  public int stepEnd(int step) {
    return step + 1 < stepStarts.length ? stepStarts[step + 1] : order.length;
  }

  /** How many positions a step has. */
  public int stepSize(int step) {
    return stepEnd(step) - stepStart(step);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StepPlan plan
        && Arrays.equals(order, plan.order)
        && Arrays.equals(stepStarts, plan.stepStarts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(order) + Arrays.hashCode(stepStarts);
  }

  @Override
  public String toString() {
    return "StepPlan[" + order.length + " positions in " + stepStarts.length + " steps]";
  }

  public static void checkShape(int width, int height) {
    if (width < 0 || height < 0 || (long) width * height > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no plan for a block of " + width + " x " + height);
    }
  }

  private static void checkPermutation(int[] order) {
    BitSet seen = new BitSet(order.length);
    for (int position : order) {
      if (position < 0 || position >= order.length || seen.get(position)) {
        throw new IllegalArgumentException(
            "position " + position + " is not one of " + order.length + " or comes twice");
      }
      seen.set(position);
    }
  }

  private static void checkSteps(int positions, int[] starts) {
    if ((positions == 0) != (starts.length == 0) || (positions > 0 && starts[0] != 0)) {
      throw new IllegalArgumentException("the first step does not start at 0");
    }
    for (int step = 0; step < starts.length; step++) {
      int end = step + 1 < starts.length ? starts[step + 1] : positions;
      if (starts[step] >= end) {
        throw new IllegalArgumentException("step " + step + " is empty");
      }
    }
  }
}
