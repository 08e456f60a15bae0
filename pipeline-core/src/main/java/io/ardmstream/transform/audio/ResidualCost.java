package io.ardmstream.transform.audio;

/** A quick estimate of what residuals cost, for comparing ways to predict the same samples. */
final class ResidualCost {
  private static final int STRETCH = 32;
  private static final double LOG_2 = StrictMath.log(2);

  private ResidualCost() {}

  /** Bits of a block when each stretch of each channel has a spread of its own. */
  static double bits(int[][] residuals) {
    double bits = 0;
    for (int[] channel : residuals) {
      for (int from = 0; from < channel.length; from += STRETCH) {
        bits += stretch(channel, from, Math.min(channel.length, from + STRETCH));
      }
    }
    return bits;
  }

  private static double stretch(int[] channel, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.abs((long) channel[i]);
    }
    double mean = (double) sum / (to - from);
    // entropy of a two-sided geometric distribution, roughly: it is 0 where all is 0
    return (to - from) * (StrictMath.log1p(2 * mean) / LOG_2 + mean / (mean + 0.5));
  }
}
