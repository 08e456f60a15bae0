package io.ardmstream.block.classic.audio;

/**
 * A normalised least-mean-squares filter in integers: predicts the next of a row of numbers from
 * those before, and learns from each error.
 */
final class AdaptiveFilter {
  private static final int WEIGHT_BITS = 20;
  private static final int GAIN_BITS = 24;
  private static final long MOST_WEIGHT = 1L << WEIGHT_BITS + 6;

  private final int[] history;
  private final long[] weights;
  private final int rateShift;
  private long energy;

  /**
   * A filter that predicts zero.
   *
   * @param taps numbers it looks back on
   * @param rateShift it moves by 2^-rateShift of the step that would cancel the error
   */
  AdaptiveFilter(int taps, int rateShift) {
    history = new int[taps];
    weights = new long[taps];
    this.rateShift = rateShift;
  }

  /** Looks at a number that is known, of at most 24 bits, as the latest of those looked back on. */
  void see(int number) {
    long oldest = history[history.length - 1];
    energy += (long) number * number - oldest * oldest;
    System.arraycopy(history, 0, history, 1, history.length - 1);
    history[0] = number;
  }

  int predict() {
    long sum = 1L << WEIGHT_BITS - 1;
    for (int i = 0; i < history.length; i++) {
      sum += weights[i] * history[i];
    }
    return (int) Math.max(-1 << 26, Math.min(1 << 26, sum >> WEIGHT_BITS));
  }

  /** Learns from the error of the last prediction. */
  void learn(int error) {
    long gain = ((long) error << GAIN_BITS) / (energy + history.length);
    for (int i = 0; i < history.length; i++) {
      long step = gain * history[i] >> GAIN_BITS - WEIGHT_BITS + rateShift;
      weights[i] = Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weights[i] + step));
    }
  }
}
