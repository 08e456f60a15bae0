package io.ardmstream.transform;

/**
 * Solves symmetric positive definite systems of one size, always in the same order of operations.
 */
final class Cholesky {
  private static final double SMALLEST_PIVOT = 1e-12;

  private final int size;
  private final double[][] lower;
  private final double[] column;
  private final double[] forward;

  Cholesky(int size) {
    this.size = size;
    lower = new double[size][size];
    column = new double[size];
    forward = new double[size];
  }

  /**
   * Solves (matrix + ridge I) solution = right. Where the matrix is not positive definite the
   * solution stays as it was.
   *
   * @param matrix its lower triangle counts
   */
  void solve(double[][] matrix, double ridge, double[] right, double[] solution) {
    if (factor(matrix, ridge)) {
      substituteForwards(right);
      substituteBackwards(solution);
    }
  }

  private boolean factor(double[][] matrix, double ridge) {
    for (int i = 0; i < size; i++) {
      System.arraycopy(matrix[i], 0, lower[i], 0, i + 1);
      lower[i][i] += ridge;
    }
    for (int k = 0; k < size; k++) {
      double pivot = lower[k][k];
      if (!(pivot > SMALLEST_PIVOT)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      double inverse = 1 / root;
      lower[k][k] = root;
      for (int i = k + 1; i < size; i++) {
        double value = lower[i][k] * inverse;
        lower[i][k] = value;
        column[i] = value;
        eliminate(lower[i], value, column, k + 1, i + 1);
      }
    }
    return true;
  }

  private static void eliminate(double[] row, double factor, double[] column, int from, int to) {
    for (int j = from; j < to; j++) {
      row[j] -= factor * column[j];
    }
  }

  private void substituteForwards(double[] right) {
    for (int i = 0; i < size; i++) {
      double sum = right[i];
      double[] row = lower[i];
      for (int j = 0; j < i; j++) {
        sum -= row[j] * forward[j];
      }
      forward[i] = sum / row[i];
    }
  }

  private void substituteBackwards(double[] solution) {
    for (int i = size - 1; i >= 0; i--) {
      double[] row = lower[i];
      double value = forward[i] / row[i];
      solution[i] = value;
      eliminate(forward, value, row, 0, i);
    }
  }
}
