package io.ardmstream.transform.audio.predictor;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/**
 * Normal equations of weighted least squares. Products are rounded before they are added, and
 * everything is added in one order, so that whatever they are solved by gives the same bits.
 */
@PublicApi(Stability.EVOLVING)
public interface NormalEquations {

  /** Observations that are absorbed together. */
  int TOGETHER = 4;

  /**
   * Fades what was seen and adds {@value #TOGETHER} observations. With w the weights, entry (i, j)
   * of the covariance becomes {@code fading * entry + (((w0 * x0[i]) * x0[j] + (w1 * x1[i]) *
   * x1[j]) + ((w2 * x2[i]) * x2[j] + (w3 * x3[i]) * x3[j]))}, for i not below j; the correlation
   * with what was to be predicted likewise.
   *
   * @param first of the observations in the arrays
   */
  void absorb(double fading, double[][] observations, double[] weights, double[] actual, int first);

  /**
   * Solves them by Cholesky's decomposition, where every entry takes its products off one after the
   * other, first column first. Where the matrix is not positive definite the solution stays as it
   * was.
   *
   * @param ridge added to the diagonal
   */
  void solve(double ridge, double[] solution);

  /** Forgets all observations. */
  void forget();
}
