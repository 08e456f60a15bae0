package io.ardmstream.ardm.anyorder;

/**
 * The dynamic programme of {@link PolicySearch} over losses that fall.
 *
 * <p>To remember every decision would take a table of steps × variables. Instead the programme runs
 * over all steps but remembers only where the best path stood halfway, and then solves both halves
 * in the same manner (Hirschberg's idea): twice the time, a fraction of the memory.
 */
final class PolicyProgramme {
  private final double[] losses;
  private final LowerEnvelope envelope;
  private double[] cost;
  private double[] nextCost;
  private int[] halfway;
  private int[] nextHalfway;

  PolicyProgramme(double[] fallingLosses) {
    int size = fallingLosses.length + 1;
    losses = fallingLosses;
    envelope = new LowerEnvelope(size);
    cost = new double[size];
    nextCost = new double[size];
    halfway = new int[size];
    nextHalfway = new int[size];
  }

  /** Writes the sizes of the best {@code steps} steps from variable {@code from} to {@code to}. */
  void solve(int from, int to, int[] sizes, int offset, int steps) {
    if (steps == 1) {
      sizes[offset] = to - from;
      return;
    }
    int firstHalf = steps / 2;
    int middle = halfway(from, to, firstHalf, steps);
    solve(from, middle, sizes, offset, firstHalf);
    solve(middle, to, sizes, offset + firstHalf, steps - firstHalf);
  }

  private int halfway(int from, int to, int firstHalf, int steps) {
    for (int t = from + 1; t <= to; t++) {
      cost[t] = (t - from) * losses[from];
      halfway[t] = t;
    }
    for (int step = 2; step <= steps; step++) {
      addStep(from + step, to, step <= firstHalf);
    }
    return halfway[to];
  }

  /** From the best costs with one step less, which are known from {@code first - 1} on. */
  private void addStep(int first, int to, boolean inFirstHalf) {
    envelope.clear();
    for (int t = first; t <= to; t++) {
      int start = t - 1;
      envelope.add(start, losses[start], cost[start] - start * losses[start]);
      int best = envelope.lowestAt(t);
      nextCost[t] = cost[best] + (t - best) * losses[best];
      nextHalfway[t] = inFirstHalf ? t : halfway[best];
    }
    swap();
  }

  private void swap() {
    double[] costs = cost;
    cost = nextCost;
    nextCost = costs;
    int[] halves = halfway;
    halfway = nextHalfway;
    nextHalfway = halves;
  }
}
