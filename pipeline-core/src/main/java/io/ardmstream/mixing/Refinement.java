package io.ardmstream.mixing;

/**
 * How log odds turned out before, in rows of situations: a probability at every half unit, straight
 * lines between them.
 */
final class Refinement {
  private static final int STEP_BITS = 7;
  private static final int STEP = 1 << STEP_BITS;
  private static final int POINTS = (2 * Logistic.BOUND >> STEP_BITS) + 1;
  private static final int EXTRA_BITS = 6;
  private static final int RATE_SHIFT = 7;

  private final int[] points;
  private int at;
  private int above;

  Refinement(int rows) {
    points = new int[rows * POINTS];
    for (int i = 0; i < points.length; i++) {
      int logOdds = i % POINTS * STEP - Logistic.BOUND;
      points[i] = Logistic.squash(logOdds) << EXTRA_BITS;
    }
  }

  /** The probability, 1 to 65535, at log odds within their bounds. */
  int refine(int row, int logOdds) {
    int shifted = logOdds + Logistic.BOUND;
    at = row * POINTS + (shifted >> STEP_BITS);
    above = shifted & STEP - 1;
    int mean = points[at] * (STEP - above) + points[at + 1] * above >> STEP_BITS;
    return Math.max(1, Math.min((1 << 16) - 1, mean >> EXTRA_BITS));
  }

  /** Moves the two points last looked up towards a bit, as near as they were. */
  void learn(int bit) {
    int target = bit << 16 + EXTRA_BITS;
    points[at] += (target - points[at]) * (STEP - above) >> STEP_BITS + RATE_SHIFT;
    points[at + 1] += (target - points[at + 1]) * above >> STEP_BITS + RATE_SHIFT;
  }
}
