package io.ardmstream.block.turbo;

/**
 * Finds linear predictors for stretches of a channel: autocorrelation of the tapered stretch, then
 * the recursion of Levinson and Durbin, up to the order that pays.
 */
final class StretchAnalysis {
  /** Bits that a weight costs, about. */
  private static final double WEIGHT_COST = 9;

  /** Share of a stretch that each of its ends is faded over. */
  private static final int FADED = 4;

  /** Keeps the recursion away from zero. */
  private static final double WHITE = 1 + 1e-9;

  /** Lags that are summed up together, each in a variable of its own. */
  private static final int LAGS = 4;

  private static final int MOST_WEIGHT = (1 << 20) - 1;
  private static final double LOG_2 = StrictMath.log(2);

  private final int most;
  private final double[] sums;
  private double cost;
  private LinearPredictor predictor = new LinearPredictor(new int[0]);

  /**
   * An analysis.
   *
   * @param most order of the predictors
   */
  StretchAnalysis(int most) {
    this.most = most;
    sums = new double[most + LAGS];
  }

  /** About how many bits the stretch that was looked at last costs. */
  double cost() {
    return cost;
  }

  /** The predictor of the stretch that was looked at last. */
  LinearPredictor predictor() {
    return predictor;
  }

  /** Looks at a stretch. */
  StretchAnalysis look(int[] samples, int from, int length) {
    correlate(tapered(samples, from, length));
    solve(length);
    return this;
  }

  /** The samples, with as many zeros before them as are looked back on. */
  private double[] tapered(int[] samples, int from, int length) {
    double[] values = new double[most + LAGS + length];
    int faded = length / FADED;
    for (int i = 0; i < length; i++) {
      values[most + LAGS + i] = samples[from + i];
    }
    for (int i = 0; i < faded; i++) {
      double place = (i + 0.5) / faded;
      double gain = place * place * (3 - 2 * place);
      values[most + LAGS + i] *= gain;
      values[most + LAGS + length - 1 - i] *= gain;
    }
    return values;
  }

  private void correlate(double[] values) {
    for (int lag = 0; lag <= most; lag += LAGS) {
      double first = 0;
      double second = 0;
      double third = 0;
      double fourth = 0;
      for (int i = most + LAGS; i < values.length; i++) {
        double value = values[i];
        first += value * values[i - lag];
        second += value * values[i - lag - 1];
        third += value * values[i - lag - 2];
        fourth += value * values[i - lag - 3];
      }
      sums[lag] = first;
      sums[lag + 1] = second;
      sums[lag + 2] = third;
      sums[lag + 3] = fourth;
    }
  }

  private void solve(int length) {
    double error = sums[0] * WHITE;
    cost = cost(error, length, 0);
    double[] weights = new double[most];
    double[] best = weights.clone();
    int order = 0;
    for (int i = 0; i < most && error > 0; i++) {
      double reflection = sums[i + 1];
      for (int j = 0; j < i; j++) {
        reflection -= weights[j] * sums[i - j];
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
