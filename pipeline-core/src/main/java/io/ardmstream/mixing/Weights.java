package io.ardmstream.mixing;

/** One set of a mixer's weights, in units of 2^-16: rows of them, of which each bit uses one. */
public final class Weights {
  private static final int SHIFT = 16;
  private static final int RATE = 6;
  private static final int RATE_SHIFT = 18;

  private final int[] weights;
  private final int stride;
  private int row;
  private int sum;

  /**
   * Weights to begin with, which will change.
   *
   * @param stride weights a row
   */
  public Weights(int[] weights, int stride) {
    this.weights = weights;
    this.stride = stride;
  }

  /** The same weights in other memory. */
  Weights copy() {
    return new Weights(weights.clone(), stride);
  }

  /**
   * The weighted sum of log odds, within their bounds.
   *
   * @param number of the row
   * @param places in the row, one for each of the log odds
   */
  public int sum(int number, int[] places, int[] logOdds) {
    row = number * stride;
    long total = 0;
    for (int i = 0; i < places.length; i++) {
      total += (long) weights[row + places[i]] * logOdds[i];
    }
    sum = clipped(total);
    return sum;
  }

  /** Log odds of a sum of weighted ones, within their bounds. */
  static int clipped(long total) {
    return (int) Math.max(-Logistic.BOUND, Math.min(Logistic.BOUND - 1, total >> SHIFT));
  }

  /**
   * What a weight changes by.
   *
   * @param logOdds that it was for
   * @param error of the probability in units of 2<sup>-16</sup>, times the rate of learning
   */
  static int step(int logOdds, long error) {
    return (int) (logOdds * error + (1 << RATE_SHIFT - 1) >> RATE_SHIFT);
  }

  /** Moves the weights of the last sum, whose arguments are the same, towards a bit. */
  public void learn(int bit, int[] places, int[] logOdds) {
    learn(bit, places, logOdds, RATE);
  }

  /**
   * The same at another pace.
   *
   * @param rate of learning, {@value #RATE} in the other method
   */
  public void learn(int bit, int[] places, int[] logOdds, int rate) {
    long error = ((bit << 16) - Logistic.squash(sum)) * rate;
    for (int i = 0; i < places.length; i++) {
      weights[row + places[i]] += step(logOdds[i], error);
    }
  }
}
