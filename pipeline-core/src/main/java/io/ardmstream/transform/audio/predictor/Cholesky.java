package io.ardmstream.transform.audio.predictor;

/**
 * Solves symmetric positive definite systems of one size, always in the same order of operations:
 * every entry takes its products off one after the other, first column first.
 *
 * <p>Columns are finished in panels of four: what is right of a panel is read and written once for
 * all four, which is most of the time of the audio predictor. A size that is no multiple of four is
 * filled up with rows of the identity.
 */
final class Cholesky {
  private static final double SMALLEST_PIVOT = 1e-12;
  private static final int PANEL = 4;

  private final int size;
  private final int filled;
  private final double[][] lower;
  private final double[][] panel;
  private final double[] inverse;
  private final double[] values;

  Cholesky(int size) {
    this.size = size;
    filled = (size + PANEL - 1) / PANEL * PANEL;
    lower = new double[filled][filled];
    panel = new double[PANEL][filled];
    inverse = new double[filled];
    values = new double[filled];
  }

  /**
   * Solves (matrix + ridge I) solution = right. Where the matrix is not positive definite the
   * solution stays as it was.
   *
   * @param matrix its lower triangle counts
   */
  void solve(double[][] matrix, double ridge, double[] right, double[] solution) {
    fill(matrix, ridge, right);
    for (int i = 0; i < filled; i += PANEL) {
      if (!factorTriangle(i)) {
        return;
      }
      eliminatePanel(i);
      substituteForwards(i);
    }
    for (int i = filled - PANEL; i >= 0; i -= PANEL) {
      substituteBackwards(i);
    }
    System.arraycopy(values, 0, solution, 0, size);
  }

  private void fill(double[][] matrix, double ridge, double[] right) {
    for (int i = 0; i < size; i++) {
      System.arraycopy(matrix[i], 0, lower[i], 0, i + 1);
      lower[i][i] += ridge;
      values[i] = right[i];
    }
    for (int i = size; i < filled; i++) {
      lower[i][i] = 1;
      values[i] = 0;
    }
  }

  /** Finishes the four by four entries where the panel from column i on meets the diagonal. */
  private boolean factorTriangle(int i) {
    double[] row1 = lower[i + 1];
    double[] row2 = lower[i + 2];
    double[] row3 = lower[i + 3];
    if (!takeRoot(i, lower[i][i])) {
      return false;
    }
    double l10 = row1[i] * inverse[i];
    double l20 = row2[i] * inverse[i];
    double l30 = row3[i] * inverse[i];
    if (!takeRoot(i + 1, row1[i + 1] - l10 * l10)) {
      return false;
    }
    double l21 = (row2[i + 1] - l20 * l10) * inverse[i + 1];
    double l31 = (row3[i + 1] - l30 * l10) * inverse[i + 1];
    if (!takeRoot(i + 2, row2[i + 2] - l20 * l20 - l21 * l21)) {
      return false;
    }
    double l32 = (row3[i + 2] - l30 * l20 - l31 * l21) * inverse[i + 2];
    row1[i] = l10;
    row2[i] = l20;
    row2[i + 1] = l21;
    row3[i] = l30;
    row3[i + 1] = l31;
    row3[i + 2] = l32;
    return takeRoot(i + 3, row3[i + 3] - l30 * l30 - l31 * l31 - l32 * l32);
  }

  private boolean takeRoot(int i, double pivot) {
    double root = Math.sqrt(pivot);
    lower[i][i] = root;
    inverse[i] = 1 / root;
    return pivot > SMALLEST_PIVOT;
  }

  /** Finishes columns j to j + 3 below the diagonal and eliminates them from the columns after. */
  private void eliminatePanel(int j) {
    double l10 = lower[j + 1][j];
    double l20 = lower[j + 2][j];
    double l21 = lower[j + 2][j + 1];
    double l30 = lower[j + 3][j];
    double l31 = lower[j + 3][j + 1];
    double l32 = lower[j + 3][j + 2];
    for (int i = j + PANEL; i < size; i++) {
      double[] row = lower[i];
      double v0 = row[j] * inverse[j];
      double v1 = (row[j + 1] - v0 * l10) * inverse[j + 1];
      double v2 = (row[j + 2] - v0 * l20 - v1 * l21) * inverse[j + 2];
      double v3 = (row[j + 3] - v0 * l30 - v1 * l31 - v2 * l32) * inverse[j + 3];
      row[j] = panel[0][i] = v0;
      row[j + 1] = panel[1][i] = v1;
      row[j + 2] = panel[2][i] = v2;
      row[j + 3] = panel[3][i] = v3;
      subtract(row, j + PANEL, i + 1, v0, panel[0], v1, panel[1], v2, panel[2], v3, panel[3]);
    }
  }

  private void substituteForwards(int i) {
    double[] row0 = lower[i];
    double[] row1 = lower[i + 1];
    double[] row2 = lower[i + 2];
    double[] row3 = lower[i + 3];
    double rest0 = values[i];
    double rest1 = values[i + 1];
    double rest2 = values[i + 2];
    double rest3 = values[i + 3];
    for (int k = 0; k < i; k++) {
      rest0 -= row0[k] * values[k];
      rest1 -= row1[k] * values[k];
      rest2 -= row2[k] * values[k];
      rest3 -= row3[k] * values[k];
    }
    double v0 = rest0 / row0[i];
    double v1 = (rest1 - row1[i] * v0) / row1[i + 1];
    double v2 = (rest2 - row2[i] * v0 - row2[i + 1] * v1) / row2[i + 2];
    values[i] = v0;
    values[i + 1] = v1;
    values[i + 2] = v2;
    values[i + 3] = (rest3 - row3[i] * v0 - row3[i + 1] * v1 - row3[i + 2] * v2) / row3[i + 3];
  }

  private void substituteBackwards(int i) {
    double[] row0 = lower[i];
    double[] row1 = lower[i + 1];
    double[] row2 = lower[i + 2];
    double[] row3 = lower[i + 3];
    double v3 = values[i + 3] / row3[i + 3];
    double v2 = (values[i + 2] - v3 * row3[i + 2]) / row2[i + 2];
    double v1 = (values[i + 1] - v3 * row3[i + 1] - v2 * row2[i + 1]) / row1[i + 1];
    double v0 = (values[i] - v3 * row3[i] - v2 * row2[i] - v1 * row1[i]) / row0[i];
    values[i] = v0;
    values[i + 1] = v1;
    values[i + 2] = v2;
    values[i + 3] = v3;
    subtract(values, 0, i, v3, row3, v2, row2, v1, row1, v0, row0);
  }

  private static void subtract(
      double[] from,
      int start,
      int end,
      double f0,
      double[] x0,
      double f1,
      double[] x1,
      double f2,
      double[] x2,
      double f3,
      double[] x3) {
    for (int j = start; j < end; j++) {
      from[j] = from[j] - f0 * x0[j] - f1 * x1[j] - f2 * x2[j] - f3 * x3[j];
    }
  }
}
