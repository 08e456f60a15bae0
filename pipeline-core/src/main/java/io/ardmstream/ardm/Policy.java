package io.ardmstream.ardm;

import java.util.Arrays;

/**
 * How many variables each step of an order makes known: the outcome of {@link
 * io.ardmstream.ardm.anyorder.PolicySearch}. Found for one number of variables, it is scaled in
 * proportion to any other.
 *
 * @param stepSizes sizes of the steps in turn, each at least 1, at most 65536 of them, in all at
 *     most 2<sup>31</sup> - 1
 */
public record Policy(int... stepSizes) {
  private static final int MAX_STEPS = 1 << 16;

  /** Checks the sizes. */
  public Policy {
    checkSteps(stepSizes.length);
    stepSizes = stepSizes.clone();
    long variables = 0;
    for (int size : stepSizes) {
      if (size < 1) {
        throw new IllegalArgumentException("a step of " + size + " variables");
      }
      variables += size;
    }
    if (variables > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a policy of " + variables + " variables");
    }
  }

  /** A copy of the sizes. */
  @Override
  public int[] stepSizes() {
    return stepSizes.clone();
  }

  /** How many steps there are: the budget. */
  public int steps() {
    return stepSizes.length;
  }

  /** How many variables the steps have in all. */
  public int variables() {
    return Arrays.stream(stepSizes).sum();
  }

  /**
   * Where the steps start when there are n variables: a step that starts after c of the policy's d
   * variables starts at ⌊c · n / d⌋, and steps that become empty are left out.
   *
   * @param n how many variables there are, at least 0
   * @return ascending from 0; empty if n is 0
   */
  public int[] stepStarts(int n) {
    int variables = variables();
    int[] starts = new int[stepSizes.length];
    int steps = 0;
    long before = 0;
    for (int size : stepSizes) {
      long start = before * n / variables;
      before += size;
      if (before * n / variables > start) {
        starts[steps++] = (int) start;
      }
    }
    return Arrays.copyOf(starts, steps);
  }

  /**
   * The sizes in turn, separated by commas, with runs of equal sizes written {@code countxsize}:
   * {@code 3x1,2,7} has the steps 1, 1, 1, 2, 7.
   */
  public String text() {
    return PolicyText.of(stepSizes);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  public static Policy parse(String text) {
    return new Policy(PolicyText.parse(text));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Policy policy && Arrays.equals(stepSizes, policy.stepSizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(stepSizes);
  }

  @Override
  public String toString() {
    return "Policy[" + text() + "]";
  }

  private static int[] ones(int steps) {
    int[] sizes = new int[steps];
    Arrays.fill(sizes, 1);
    return sizes;
  }

  static void checkSteps(long steps) {
    if (steps < 1 || steps > MAX_STEPS) {
      throw new IllegalArgumentException("a policy of " + steps + " steps");
    }
  }
}
