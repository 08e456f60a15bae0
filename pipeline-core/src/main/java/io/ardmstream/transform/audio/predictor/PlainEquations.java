package io.ardmstream.transform.audio.predictor;

import java.util.Arrays;

/** Normal equations by loops over rows, most of which C2 makes vector instructions of. */
final class PlainEquations implements NormalEquations {
  private final int order;
  private final double[][] covariance;
  private final double[] correlation;
  private final Cholesky cholesky;

  /** Equations of so many unknowns that have seen nothing. */
  PlainEquations(int order) {
    this.order = order;
    covariance = new double[order][order];
    correlation = new double[order];
    cholesky = new Cholesky(order);
  }

  @Override
  public void absorb(
      double fading, double[][] observations, double[] weights, double[] actual, int first) {
    double[] x0 = observations[first];
    double[] x1 = observations[first + 1];
    double[] x2 = observations[first + 2];
    double[] x3 = observations[first + 3];
    double w0 = weights[first];
    double w1 = weights[first + 1];
    double w2 = weights[first + 2];
    double w3 = weights[first + 3];
    for (int i = 0; i < order; i++) {
      addFour(
          covariance[i],
          i + 1,
          fading,
          w0 * x0[i],
          x0,
          w1 * x1[i],
          x1,
          w2 * x2[i],
          x2,
          w3 * x3[i],
          x3);
    }
    addFour(
        correlation,
        order,
        fading,
        w0 * actual[first],
        x0,
        w1 * actual[first + 1],
        x1,
        w2 * actual[first + 2],
        x2,
        w3 * actual[first + 3],
        x3);
  }

  /**
   * One loop over fading and four observations: a row is read and written once, and the loop
   * vectorises.
   */
  private static void addFour(
      double[] row,
      int length,
      double fading,
      double a0,
      double[] x0,
      double a1,
      double[] x1,
      double a2,
      double[] x2,
      double a3,
      double[] x3) {
    for (int j = 0; j < length; j++) {
      row[j] = fading * row[j] + ((a0 * x0[j] + a1 * x1[j]) + (a2 * x2[j] + a3 * x3[j]));
    }
  }

  @Override
  public void solve(double ridge, double[] solution) {
    cholesky.solve(covariance, ridge, correlation, solution);
  }

  @Override
  public void forget() {
    for (double[] row : covariance) {
      Arrays.fill(row, 0);
    }
    Arrays.fill(correlation, 0);
  }
}
