package io.ardmstream.transform.audio.predictor;

import java.util.Arrays;

/**
 * Adds up the predictions of several stages with weights that follow the gradient of a loss; each
 * weight's step is normalised by the running size of its own gradient.
 */
final class StageMixer {
  /** What the weights are to make small. */
  enum Loss {
    ABSOLUTE,
    SQUARED
  }

  private static final double GRADIENT_MEMORY = 0.95;
  private static final double GRADIENT_FLOOR = 1e-3;
  private static final double LOSS_MEMORY = 0.95;

  private final Loss loss;
  private final double rate;
  private final double[] weights;
  private final double[] gradientPower;
  private double prediction;
  private double recentLoss = 1;

  StageMixer(int stages, Loss loss, double rate) {
    this.loss = loss;
    this.rate = rate;
    weights = new double[stages];
    gradientPower = new double[stages];
    Arrays.fill(weights, 1.0 / (stages + 1));
  }

  double mix(double[] stages) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * stages[i];
    }
    prediction = sum;
    return sum;
  }

  double weight(int stage) {
    return weights[stage];
  }

  /** Running mean of the absolute error. */
  double recentLoss() {
    return recentLoss;
  }

  /** Takes in what was to be predicted from the same stages. */
  void learn(double[] stages, double actual) {
    double error = actual - prediction;
    double slope = loss == Loss.ABSOLUTE ? Math.signum(error) : error;
    for (int i = 0; i < weights.length; i++) {
      double gradient = slope * stages[i];
      gradientPower[i] =
          GRADIENT_MEMORY * gradientPower[i] + (1 - GRADIENT_MEMORY) * gradient * gradient;
      weights[i] += rate * gradient / (Math.sqrt(gradientPower[i]) + GRADIENT_FLOOR);
    }
    recentLoss = LOSS_MEMORY * recentLoss + (1 - LOSS_MEMORY) * Math.abs(error);
  }
}
