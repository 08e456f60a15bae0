package io.ardmstream.block.turbo;

/**
 * Finds linear predictors for frames of a channel: autocorrelation of the tapered frame, then the
 * recursion of Levinson and Durbin, up to the order that pays.
 */
final class FrameAnalysis {
  /** Bits that a weight costs, about. */
  private static final double WEIGHT_COST = 9;

  /** Share of a frame that each of its ends is faded over. */
  private static final int FADED = 4;

  /** Keeps the recursion away from zero. */
  private static final double WHITE = 1 + 1e-9;

  private static final int MOST_WEIGHT = (1 << 20) - 1;
  private static final double LOG_2 = StrictMath.log(2);

  private final double[] sums = new double[LinearPredictor.MOST + 1];
  private double cost;
  private LinearPredictor predictor = new LinearPredictor(new int[0]);

  /** About how many bits the frame that was looked at last costs. */
  double cost() {
    return cost;
  }

  /** The predictor of the frame that was looked at last. */
  LinearPredictor predictor() {
    return predictor;
  }

  /** Looks at a frame. */
  FrameAnalysis look(int[] samples, int from, int length) {
    correlate(tapered(samples, from, length));
    solve(length);
    return this;
  }

  /** The samples, with as many zeros before them as are looked back on. */
  private static double[] tapered(int[] samples, int from, int length) {
    double[] values = new double[LinearPredictor.MOST + length];
    int faded = length / FADED;
    for (int i = 0; i < length; i++) {
      values[LinearPredictor.MOST + i] = samples[from + i];
    }
    for (int i = 0; i < faded; i++) {
      double place = (i + 0.5) / faded;
      double gain = place * place * (3 - 2 * place);
      values[LinearPredictor.MOST + i] *= gain;
      values[LinearPredictor.MOST + length - 1 - i] *= gain;
    }
    return values;
  }

  private void correlate(double[] values) {
    for (int lag = 0; lag < sums.length; lag++) {
      sums[lag] = 0;
    }
    for (int i = LinearPredictor.MOST; i < values.length; i++) {
      double value = values[i];
      int oldest = i - LinearPredictor.MOST;
      for (int k = 0; k < sums.length; k++) {
        sums[k] += value * values[oldest + k];
      }
    }
  }

  /** What the sum of squares at a lag is: they are kept from the longest lag to none. */
  private double sum(int lag) {
    return sums[LinearPredictor.MOST - lag];
  }

  private void solve(int length) {
    double error = sum(0) * WHITE;
    cost = cost(error, length, 0);
    double[] weights = new double[LinearPredictor.MOST];
    double[] best = weights.clone();
    int order = 0;
    for (int i = 0; i < LinearPredictor.MOST && error > 0; i++) {
      double reflection = sum(i + 1);
      for (int j = 0; j < i; j++) {
        reflection -= weights[j] * sum(i - j);
      }
      reflection /= error;
      double[] next = weights.clone();
      next[i] = reflection;
      for (int j = 0; j < i; j++) {
        next[j] -= reflection * weights[i - 1 - j];
      }
      weights = next;
      error *= 1 - reflection * reflection;
      double reached = cost(error, length, i + 1);
      if (reached < cost) {
        cost = reached;
        best = weights;
        order = i + 1;
      }
    }
    predictor = new LinearPredictor(rounded(best, order));
  }

  private static double cost(double error, int length, int order) {
    double mean = Math.max(0, error) / length;
    return length * StrictMath.log(mean / 2 + 0.1) / (2 * LOG_2) + order * WEIGHT_COST;
  }

  /** Carries what each weight loses over to the next one. */
  private static int[] rounded(double[] weights, int order) {
    int[] rounded = new int[order];
    double carried = 0;
    for (int i = 0; i < order; i++) {
      double exact = weights[i] * (1 << LinearPredictor.BITS) + carried;
      rounded[i] = (int) Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, Math.rint(exact)));
      carried = exact - rounded[i];
    }
    return rounded;
  }
}
