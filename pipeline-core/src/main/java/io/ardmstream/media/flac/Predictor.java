package io.ardmstream.media.flac;

/** What a subframe's predictor expects of a sample, given those before it. */
final class Predictor {
  private static final long[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

  private final long[] weights;
  private final int shift;

  Predictor(Subframe subframe) {
    boolean fixed = subframe.type < Subframe.LPC;
    weights = fixed ? FIXED[subframe.order()] : widened(subframe.coefficients);
    shift = fixed ? 0 : subframe.shift;
  }

  private static long[] widened(int[] coefficients) {
    long[] weights = new long[coefficients.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = coefficients[i];
    }
    return weights;
  }

  long at(long[] samples, int t) {
    long sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * samples[t - 1 - i];
    }
    return sum >> shift;
  }

  /** The residuals of a block, zeros in place of the samples before the first one. */
  long[] residuals(long[] samples) {
    long[] residuals = new long[samples.length];
    for (int t = weights.length; t < samples.length; t++) {
      residuals[t] = samples[t] - at(samples, t);
    }
    return residuals;
  }
}
