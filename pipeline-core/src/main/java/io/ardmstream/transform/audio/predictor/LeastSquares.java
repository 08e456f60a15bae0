package io.ardmstream.transform.audio.predictor;

import java.util.Arrays;

/**
 * Adaptive linear prediction by weighted least squares over an exponentially fading past.
 *
 * <p>The weights w minimise the sum over past frames of {@code memory^age * c * (actual - w.x)^2}.
 * The factor c falls with the recent error as |error|^-3/4, which moves the fit from least squares
 * towards least absolute deviation: what counts is bits, and bits grow with the logarithm of the
 * error. Observations are collected in batches; after each batch the normal equations are brought
 * up to date and solved.
 */
public final class LeastSquares {
  private static final double ERROR_FLOOR = 2;
  private static final double ERROR_MEMORY = 0.5;

  /** A prediction beyond this (32 times full scale) means that the weights are of no use. */
  private static final double RUNAWAY = 1 << 20;

  private final int order;
  private final double memory;
  private final double ridge;
  private final NormalEquations equations;
  private final double[] weights;
  private final double[] regressors;

  private final double[][] batch;
  private final double[] batchWeight;
  private final double[] batchActual;
  private int collected;

  private double prediction;
  private double recentError;

  /**
   * A predictor that knows nothing yet.
   *
   * @param order number of regressors
   * @param memory how much an observation still counts one frame later, below 1
   * @param ridge added to the diagonal of the normal equations, against ill-posed ones
   * @param batchSize observations between two solutions, a multiple of {@value
   *     NormalEquations#TOGETHER}
   */
  public LeastSquares(int order, double memory, double ridge, int batchSize) {
    this.order = order;
    this.memory = memory;
    this.ridge = ridge * (1 - memory);
    equations = ChosenKernel.now().equations(order);
    weights = new double[order];
    regressors = new double[order];
    batch = new double[batchSize][order];
    batchWeight = new double[batchSize];
    batchActual = new double[batchSize];
  }

  /**
   * The known numbers the next prediction is made of; the caller fills them in before {@link
   * #predict}.
   */
  public double[] regressors() {
    return regressors;
  }

  /** What these numbers let expect. */
  public double predict() {
    double sum = 0;
    for (int i = 0; i < order; i++) {
      sum += weights[i] * regressors[i];
    }
    if (!(Math.abs(sum) < RUNAWAY)) {
      forget();
      sum = 0;
    }
    prediction = sum;
    return sum;
  }

  /** Takes in what was to be predicted; the regressors must still be those of the prediction. */
  public void learn(double actual) {
    recentError = ERROR_MEMORY * recentError + (1 - ERROR_MEMORY) * Math.abs(actual - prediction);
    double root = Math.sqrt(recentError + ERROR_FLOOR);
    System.arraycopy(regressors, 0, batch[collected], 0, order);
    batchWeight[collected] = (1 - memory) / (root * Math.sqrt(root));
    batchActual[collected] = actual;
    collected++;
    if (collected == batch.length) {
      absorbBatch();
      equations.solve(ridge, weights);
    }
  }

  private void absorbBatch() {
    double fading = 1;
    for (int k = batch.length - 1; k >= 0; k--) {
      batchWeight[k] *= fading;
      fading *= memory;
    }
    equations.absorb(fading, batch, batchWeight, batchActual, 0);
    for (int k = NormalEquations.TOGETHER; k < batch.length; k += NormalEquations.TOGETHER) {
      equations.absorb(1, batch, batchWeight, batchActual, k);
    }
    collected = 0;
  }

  private void forget() {
    equations.forget();
    Arrays.fill(weights, 0);
    collected = 0;
    recentError = 0;
  }
}
