package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.kernel.FastestKernel;
import io.ardmstream.kernel.Kernel;

/**
 * The arithmetic of dense layers on a batch that is held by features: plane i has value i of every
 * row. Values are integers held as {@code float}; sums of products stay below 2<sup>24</sup> in any
 * order, so that every kernel gives the same.
 *
 * <p>One on the vector instructions of the processor is found by {@link java.util.ServiceLoader}
 * where the module {@value FastestKernel#VECTOR_MODULE} is part of the running JVM.
 */
@PublicApi(Stability.EVOLVING)
public interface DenseKernel extends Kernel {

  /** What it computes with, such as {@code vectors of 512 bits}. */
  String name();

  /** Rows go through it in multiples of this, which divides {@value JavaNetwork#MOST_ROWS}. */
  int lanes();

  /**
   * Adds products: {@code sums[u][r] += weights[u][first + i] * inputs[i][r]} for every input i,
   * unit u and row r.
   *
   * @param inputs planes that are multiplied
   * @param rows a multiple of {@link #lanes}, at most the length of any plane
   * @param weights of each unit
   * @param first weight of a unit that counts
   * @param sums a plane for each unit
   */
  void accumulate(float[][] inputs, int rows, float[][] weights, int first, float[][] sums);

  /**
   * Scales sums down and clips them: {@code floor(sum / 2^shift)} within {@code [low, high]}.
   *
   * @param sums of one unit, changed in place
   * @param rows a multiple of {@link #lanes}, at most the length of the plane
   * @param shift 0..23
   */
  void scale(float[] sums, int rows, int shift, int low, int high);

  /** The fastest one of this JVM. */
  static DenseKernel fastest() {
    return FastestDenseKernel.FOUND;
  }

  /** The one of loops that the JVM's compiler turns into vector instructions; always there. */
  static DenseKernel plain() {
    return new PlainKernel();
  }
}
