package io.ardmstream.vector;

import io.ardmstream.transform.audio.predictor.NormalEquations;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Normal equations on vectors of four rows. The matrix is held by columns, filled up to a multiple
 * of four with columns of the identity; of a vector that meets the diagonal, what lies above means
 * nothing. The decomposition finishes four columns at a time from all those before, whose products
 * are taken off while the sums stay in registers: an entry goes through the same operations in the
 * same order as anywhere.
 */
final class VectorEquations implements NormalEquations {
  private static final VectorSpecies<Double> ROWS = DoubleVector.SPECIES_256;
  private static final int WIDTH = 4;
  private static final int PANEL = 4;
  private static final double SMALLEST_PIVOT = 1e-12;

  private final int order;
  private final int filled;
  private final double[][] covariance;
  private final double[] correlation;

  /** Four observations, filled up with zeros, and the same times their weights. */
  private final double[][] observed;

  private final double[][] scaled;

  /** Columns of the decomposition. */
  private final double[][] lower;

  private final double[] inverse;
  private final double[] values;

  VectorEquations(int order) {
    this.order = order;
    filled = (order + PANEL - 1) / PANEL * PANEL;
    covariance = new double[filled][filled];
    correlation = new double[order];
    observed = new double[TOGETHER][filled];
    scaled = new double[TOGETHER][filled];
    lower = new double[filled][filled];
    inverse = new double[filled];
    values = new double[filled];
  }

  private static DoubleVector load(double[] column, int row) {
    return DoubleVector.fromArray(ROWS, column, row);
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(ROWS, value);
  }

  @Override
  public void absorb(
      double fading, double[][] observations, double[] weights, double[] actual, int first) {
    for (int k = 0; k < TOGETHER; k++) {
      System.arraycopy(observations[first + k], 0, observed[k], 0, order);
      scale(observed[k], weights[first + k], scaled[k]);
    }
    double[] x0 = observed[0];
    double[] x1 = observed[1];
    double[] x2 = observed[2];
    double[] x3 = observed[3];
    for (int j = 0; j < order; j++) {
      absorb(covariance[j], j - j % WIDTH, fading, scaled, x0[j], x1[j], x2[j], x3[j]);
    }
    double a0 = weights[first] * actual[first];
    double a1 = weights[first + 1] * actual[first + 1];
    double a2 = weights[first + 2] * actual[first + 2];
    double a3 = weights[first + 3] * actual[first + 3];
    for (int i = 0; i < order; i++) {
      correlation[i] =
          fading * correlation[i] + ((a0 * x0[i] + a1 * x1[i]) + (a2 * x2[i] + a3 * x3[i]));
    }
  }

  private static void scale(double[] numbers, double weight, double[] scaled) {
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = weight * numbers[i];
    }
  }

  private static void absorb(
      double[] column,
      int start,
      double fading,
      double[][] scaled,
      double x0,
      double x1,
      double x2,
      double x3) {
    double[] s0 = scaled[0];
    double[] s1 = scaled[1];
    double[] s2 = scaled[2];
    double[] s3 = scaled[3];
    for (int i = start; i < column.length; i += WIDTH) {
      DoubleVector first = load(s0, i).mul(x0).add(load(s1, i).mul(x1));
      DoubleVector second = load(s2, i).mul(x2).add(load(s3, i).mul(x3));
      load(column, i).mul(fading).add(first.add(second)).intoArray(column, i);
    }
  }

  @Override
  public void solve(double ridge, double[] solution) {
    fill(ridge);
    for (int first = 0; first < filled; first += PANEL) {
      eliminate(first);
      if (!factorTriangle(first)) {
        return;
      }
      finish(first);
      substituteForwards(first);
      takeOffBelow(first);
    }
    for (int first = filled - PANEL; first >= 0; first -= PANEL) {
      substituteBackwards(first);
    }
    System.arraycopy(values, 0, solution, 0, order);
  }

  private void fill(double ridge) {
    for (int j = 0; j < order; j++) {
      System.arraycopy(covariance[j], j, lower[j], j, filled - j);
      lower[j][j] += ridge;
      values[j] = correlation[j];
    }
    for (int j = order; j < filled; j++) {
      Arrays.fill(lower[j], 0);
      lower[j][j] = 1;
      values[j] = 0;
    }
  }

  /**
   * Takes off a panel what finished columns say of it: from each entry the products of its row with
   * that of its column, column after column.
   */
  private void eliminate(int first) {
    int row = first;
    for (; row + 2 * WIDTH <= lower.length; row += 2 * WIDTH) {
      eliminateTwice(lower, first, row);
    }
    if (row < lower.length) {
      eliminateOnce(lower, first, row);
    }
  }

  /** Two vectors of rows of four lower: their rests stay in registers. */
  private static void eliminateTwice(double[][] columns, int first, int row) {
    double[] c0 = columns[first];
    double[] c1 = columns[first + 1];
    double[] c2 = columns[first + 2];
    double[] c3 = columns[first + 3];
    DoubleVector near0 = load(c0, row);
    DoubleVector near1 = load(c1, row);
    DoubleVector near2 = load(c2, row);
    DoubleVector near3 = load(c3, row);
    DoubleVector far0 = load(c0, row + WIDTH);
    DoubleVector far1 = load(c1, row + WIDTH);
    DoubleVector far2 = load(c2, row + WIDTH);
    DoubleVector far3 = load(c3, row + WIDTH);
    for (int k = 0; k < first; k++) {
      double[] finished = columns[k];
      DoubleVector near = load(finished, row);
      DoubleVector far = load(finished, row + WIDTH);
      DoubleVector factor = all(finished[first]);
      near0 = near0.sub(near.mul(factor));
      far0 = far0.sub(far.mul(factor));
      factor = all(finished[first + 1]);
      near1 = near1.sub(near.mul(factor));
      far1 = far1.sub(far.mul(factor));
      factor = all(finished[first + 2]);
      near2 = near2.sub(near.mul(factor));
      far2 = far2.sub(far.mul(factor));
      factor = all(finished[first + 3]);
      near3 = near3.sub(near.mul(factor));
      far3 = far3.sub(far.mul(factor));
    }
    near0.intoArray(c0, row);
    near1.intoArray(c1, row);
    near2.intoArray(c2, row);
    near3.intoArray(c3, row);
    far0.intoArray(c0, row + WIDTH);
    far1.intoArray(c1, row + WIDTH);
    far2.intoArray(c2, row + WIDTH);
    far3.intoArray(c3, row + WIDTH);
  }

  private static void eliminateOnce(double[][] columns, int first, int row) {
    double[] c0 = columns[first];
    double[] c1 = columns[first + 1];
    double[] c2 = columns[first + 2];
    double[] c3 = columns[first + 3];
    DoubleVector rest0 = load(c0, row);
    DoubleVector rest1 = load(c1, row);
    DoubleVector rest2 = load(c2, row);
    DoubleVector rest3 = load(c3, row);
    for (int k = 0; k < first; k++) {
      double[] finished = columns[k];
      DoubleVector rows = load(finished, row);
      rest0 = rest0.sub(rows.mul(all(finished[first])));
      rest1 = rest1.sub(rows.mul(all(finished[first + 1])));
      rest2 = rest2.sub(rows.mul(all(finished[first + 2])));
      rest3 = rest3.sub(rows.mul(all(finished[first + 3])));
    }
    rest0.intoArray(c0, row);
    rest1.intoArray(c1, row);
    rest2.intoArray(c2, row);
    rest3.intoArray(c3, row);
  }

  /** Finishes a panel below the four rows of its own: every column takes off those before it. */
  private void finish(int first) {
    double[] c0 = lower[first];
    double[] c1 = lower[first + 1];
    double[] c2 = lower[first + 2];
    double[] c3 = lower[first + 3];
    double l10 = c0[first + 1];
    double l20 = c0[first + 2];
    double l21 = c1[first + 2];
    double l30 = c0[first + 3];
    double l31 = c1[first + 3];
    double l32 = c2[first + 3];
    for (int row = first + PANEL; row < c0.length; row += WIDTH) {
      DoubleVector v0 = load(c0, row).mul(inverse[first]);
      DoubleVector v1 = load(c1, row).sub(v0.mul(l10)).mul(inverse[first + 1]);
      DoubleVector v2 = load(c2, row).sub(v0.mul(l20)).sub(v1.mul(l21)).mul(inverse[first + 2]);
      DoubleVector v3 = load(c3, row).sub(v0.mul(l30)).sub(v1.mul(l31)).sub(v2.mul(l32));
      v0.intoArray(c0, row);
      v1.intoArray(c1, row);
      v2.intoArray(c2, row);
      v3.mul(inverse[first + 3]).intoArray(c3, row);
    }
  }

  /** Takes the products of a panel and its values off the values below. */
  private void takeOffBelow(int first) {
    double[] c0 = lower[first];
    double[] c1 = lower[first + 1];
    double[] c2 = lower[first + 2];
    double[] c3 = lower[first + 3];
    double v0 = values[first];
    double v1 = values[first + 1];
    double v2 = values[first + 2];
    double v3 = values[first + 3];
    for (int row = first + PANEL; row < values.length; row += WIDTH) {
      load(values, row)
          .sub(load(c0, row).mul(v0))
          .sub(load(c1, row).mul(v1))
          .sub(load(c2, row).mul(v2))
          .sub(load(c3, row).mul(v3))
          .intoArray(values, row);
    }
  }

  /** Finishes the four by four entries where the panel meets the diagonal. */
  private boolean factorTriangle(int first) {
    double[] column0 = lower[first];
    double[] column1 = lower[first + 1];
    double[] column2 = lower[first + 2];
    double[] column3 = lower[first + 3];
    if (!takeRoot(first, column0[first])) {
      return false;
    }
    double l10 = column0[first + 1] * inverse[first];
    double l20 = column0[first + 2] * inverse[first];
    double l30 = column0[first + 3] * inverse[first];
    if (!takeRoot(first + 1, column1[first + 1] - l10 * l10)) {
      return false;
    }
    double l21 = (column1[first + 2] - l20 * l10) * inverse[first + 1];
    double l31 = (column1[first + 3] - l30 * l10) * inverse[first + 1];
    if (!takeRoot(first + 2, column2[first + 2] - l20 * l20 - l21 * l21)) {
      return false;
    }
    double l32 = (column2[first + 3] - l30 * l20 - l31 * l21) * inverse[first + 2];
    column0[first + 1] = l10;
    column0[first + 2] = l20;
    column0[first + 3] = l30;
    column1[first + 2] = l21;
    column1[first + 3] = l31;
    column2[first + 3] = l32;
    return takeRoot(first + 3, column3[first + 3] - l30 * l30 - l31 * l31 - l32 * l32);
  }

  private boolean takeRoot(int i, double pivot) {
    double root = Math.sqrt(pivot);
    lower[i][i] = root;
    inverse[i] = 1 / root;
    return pivot > SMALLEST_PIVOT;
  }

  /** Finishes the values of a panel, from which those of the panels before are taken off. */
  private void substituteForwards(int first) {
    double[] column0 = lower[first];
    double[] column1 = lower[first + 1];
    double[] column2 = lower[first + 2];
    double v0 = values[first] / column0[first];
    double v1 = (values[first + 1] - column0[first + 1] * v0) / column1[first + 1];
    double v2 =
        (values[first + 2] - column0[first + 2] * v0 - column1[first + 2] * v1)
            / column2[first + 2];
    double rest3 =
        values[first + 3]
            - column0[first + 3] * v0
            - column1[first + 3] * v1
            - column2[first + 3] * v2;
    values[first] = v0;
    values[first + 1] = v1;
    values[first + 2] = v2;
    values[first + 3] = rest3 / lower[first + 3][first + 3];
  }

  private void substituteBackwards(int first) {
    double[] column0 = lower[first];
    double[] column1 = lower[first + 1];
    double[] column2 = lower[first + 2];
    double[] column3 = lower[first + 3];
    double rest0 = values[first];
    double rest1 = values[first + 1];
    double rest2 = values[first + 2];
    double rest3 = values[first + 3];
    for (int k = filled - 1; k >= first + PANEL; k--) {
      double value = values[k];
      rest0 -= value * column0[k];
      rest1 -= value * column1[k];
      rest2 -= value * column2[k];
      rest3 -= value * column3[k];
    }
    double v3 = rest3 / column3[first + 3];
    double v2 = (rest2 - v3 * column2[first + 3]) / column2[first + 2];
    double v1 = (rest1 - v3 * column1[first + 3] - v2 * column1[first + 2]) / column1[first + 1];
    values[first] =
        (rest0 - v3 * column0[first + 3] - v2 * column0[first + 2] - v1 * column0[first + 1])
            / column0[first];
    values[first + 1] = v1;
    values[first + 2] = v2;
    values[first + 3] = v3;
  }

  @Override
  public void forget() {
    for (double[] column : covariance) {
      Arrays.fill(column, 0);
    }
    Arrays.fill(correlation, 0);
  }
}
