package io.ardmstream.transform.audio.predictor;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.kernel.FastestKernel;
import io.ardmstream.kernel.Kernel;

/**
 * The arithmetic of predictors that adapt: every kernel gives the same bits. One on the vector
 * instructions of the processor is found by {@link java.util.ServiceLoader} where the module
 * {@value FastestKernel#VECTOR_MODULE} is part of the running JVM.
 */
@PublicApi(Stability.EVOLVING)
public interface PredictorKernel extends Kernel {

  /** Lanes that the products of a filter are added up in. */
  int LANES = 8;

  /** Normal equations of so many unknowns that have seen nothing. */
  NormalEquations equations(int order);

  /**
   * Moves a filter along the window before, and applies it to the present one: {@code w += step *
   * before}, then the sum of {@code w * now}.
   *
   * <p>Products at the same place of all segments are added first, then every {@value #LANES}th of
   * these sums from 0 on, then the lanes in pairs, neighbours first.
   *
   * @param weights of the filter in segments of one length, a multiple of {@value #LANES}
   * @param before window in the same segments
   * @param now window in the same segments
   * @param scratch of a segment's length
   */
  float slide(float[][] weights, float step, float[][] before, float[][] now, float[] scratch);

  /** The one of loops that the JVM's compiler turns into vector instructions; always there. */
  static PredictorKernel plain() {
    return new PlainPredictorKernel();
  }
}
