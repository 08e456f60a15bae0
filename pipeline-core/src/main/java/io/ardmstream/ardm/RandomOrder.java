package io.ardmstream.ardm;

import java.util.Arrays;

/**
 * A random permutation, the same for all blocks of a size, with the steps of a policy: the order of
 * the paper.
 *
 * <p>The permutation of n positions is exactly this. Begin with 0, 1, …, n-1; for i = n-1 down to 1
 * swap the elements i and j, where j = ⌊(u · (i + 1)) / 2<sup>32</sup>⌋ and u is the high half of
 * the next number of SplitMix64, which has the seed as its initial state.
 *
 * <p>Id: {@code random(seed,policy(sizes))}, the sizes as {@link Policy#text} writes them.
 *
 * @param seed any
 * @param policy how many positions each step has; scaled to the size of the block
 */
public record RandomOrder(long seed, Policy policy) implements Schedule {

  @Override
  public StepPlan plan(int width, int height) {
    StepPlan.checkShape(width, height);
    int[] order = permutation(width * height);
    return new StepPlan(order, policy.stepStarts(order.length));
  }

  @Override
  public String id() {
    return "random(" + seed + ",policy(" + policy.text() + "))";
  }

  private int[] permutation(int n) {
    SplitMix64 random = new SplitMix64(seed);
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = n - 1; i > 0; i--) {
      int j = random.below(i + 1);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return order;
  }
}
