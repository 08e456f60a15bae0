package io.ardmstream.transform.audio.predictor;

import java.util.Arrays;

/**
 * Corrects what a prediction is wrong by on average in situations like the present one. Three sets
 * of situations, told apart by signs of recent errors and by the way the signal bends, each
 * remember their mean error; weights that move by fixed steps add the three up.
 */
final class BiasCorrection {
  private static final int SETS = 3;
  private static final int SITUATIONS = 32;
  private static final int LOUDNESS_CLASSES = 3;
  private static final int RECENT = 5;
  private static final double FIRST_COUNT = 4;
  private static final double LARGEST_COUNT = 32;
  private static final double WEIGHT_STEP = 0.0015;
  private static final double SPREAD_MEMORY = 0.998;
  private static final double SOFT = 32;
  private static final double LOUD = 512;

  private final double[][] sums = new double[SETS][SITUATIONS];
  private final double[][] counts = new double[SETS][SITUATIONS];
  private final double[][] weights = new double[LOUDNESS_CLASSES][SETS];
  private final double[] errors = new double[RECENT];
  private final double[] values = new double[SETS];
  private final int[] situation = new int[SETS];
  private final double[] means = new double[SETS];
  private double[] weight = weights[0];
  private double prediction;
  private double correction;
  private double spread;

  BiasCorrection() {
    for (double[] row : counts) {
      Arrays.fill(row, FIRST_COUNT);
    }
  }

  /** The prediction, corrected. */
  double correct(double raw) {
    prediction = raw;
    describeSituation();
    weight = weights[loudness()];
    correction = 0;
    for (int s = 0; s < SETS; s++) {
      means[s] = sums[s][situation[s]] / counts[s][situation[s]];
      correction += weight[s] * means[s];
    }
    return raw + correction;
  }

  /** Takes in what was to be predicted. */
  void learn(double actual) {
    double error = actual - prediction;
    double surprise = error * error / (spread + 1e-5);
    // outliers say little about the mean
    double trust = 1 / (1 + 0.5 * surprise + 0.125 * surprise * surprise);
    for (int s = 0; s < SETS; s++) {
      remember(s, error, trust);
      weight[s] += WEIGHT_STEP * Math.signum(error - correction) * Math.signum(means[s]);
    }
    spread = SPREAD_MEMORY * spread + (1 - SPREAD_MEMORY) * error * error;
    System.arraycopy(errors, 0, errors, 1, RECENT - 1);
    errors[0] = error;
    values[2] = values[1];
    values[1] = values[0];
    values[0] = actual;
  }

  private void remember(int set, double error, double trust) {
    int s = situation[set];
    sums[set][s] += trust * error;
    counts[set][s] += trust;
    if (counts[set][s] >= LARGEST_COUNT) {
      sums[set][s] *= 0.5;
      counts[set][s] *= 0.5;
    }
  }

  private void describeSituation() {
    double slope = 2 * values[0] - values[1];
    double bend = 3 * values[0] - 3 * values[1] + values[2];
    situation[0] =
        bit(values[0] > prediction, 0)
            | bit(errors[0] < 0, 1)
            | bit(Math.abs(errors[0]) > SOFT, 2)
            | bit(slope > prediction, 3)
            | bit(bend > prediction, 4);
    situation[1] = bit(errors[0] < 0, 0) | bit(errors[1] < 0, 1) | bit(errors[2] < 0, 2);
    situation[2] =
        bit(errors[1] < errors[0], 0)
            | bit(errors[2] < errors[1], 1)
            | bit(errors[3] < errors[2], 2)
            | bit(errors[4] < errors[3], 3);
  }

  private int loudness() {
    double sum = 0;
    for (double error : errors) {
      sum += Math.abs(error);
    }
    double mean = sum / RECENT;
    if (mean > LOUD) {
      return 2;
    }
    return mean > SOFT ? 1 : 0;
  }

  private static int bit(boolean set, int place) {
    return set ? 1 << place : 0;
  }
}
