package io.ardmstream.transform.audio.predictor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of operations is part of the audio format: results are compared bit for bit. */
class CholeskyTest {
  private static final double RIDGE = 0.5;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 16, 31, 32, 64})
  void solvesAsTheTextbookDoesBitForBit(int size) {
    Random random = new Random(size);
    Cholesky cholesky = new Cholesky(size);
    for (int trial = 0; trial < 5; trial++) {
      double[][] matrix = covariance(size, random);
      double[] right = random.doubles(size, -100, 100).toArray();
      double[] solution = new double[size];
      cholesky.solve(matrix, RIDGE, right, solution);
      assertArrayEquals(textbook(matrix, right), solution, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 5})
  void leavesTheSolutionWhereTheMatrixIsNotPositiveDefinite(int place) {
    double[][] matrix = covariance(6, new Random(1));
    double[] solution = {1, 2, 3, 4, 5, 6};
    matrix[place][place] = -matrix[place][place];
    new Cholesky(6).solve(matrix, RIDGE, new double[6], solution);
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, solution, 0);
  }

  @Test
  void readsTheLowerTriangleOnly() {
    double[][] matrix = covariance(6, new Random(2));
    double[] right = {6, 5, 4, 3, 2, 1};
    double[] expected = textbook(matrix, right);
    for (int i = 0; i < 6; i++) {
      Arrays.fill(matrix[i], i + 1, 6, Double.NaN);
    }
    double[] solution = new double[6];
    new Cholesky(6).solve(matrix, RIDGE, right, solution);
    assertArrayEquals(expected, solution, 0);
  }

  private static double[][] covariance(int size, Random random) {
    double[][] matrix = new double[size][size];
    for (int n = 0; n < 2 * size; n++) {
      double[] x = random.doubles(size, -10, 10).toArray();
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          matrix[i][j] += x[i] * x[j];
        }
      }
    }
    return matrix;
  }

  private static double[] textbook(double[][] matrix, double[] right) {
    int size = right.length;
    double[][] lower = new double[size][size];
    double[] solution = right.clone();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = i == j ? matrix[i][j] + RIDGE : matrix[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(rest) : rest * (1 / lower[j][j]);
      }
      for (int k = 0; k < i; k++) {
        solution[i] -= lower[i][k] * solution[k];
      }
      solution[i] /= lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      solution[i] /= lower[i][i];
      for (int j = 0; j < i; j++) {
        solution[j] -= solution[i] * lower[i][j];
      }
    }
    return solution;
  }
}
