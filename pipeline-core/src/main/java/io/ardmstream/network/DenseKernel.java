package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.kernel.FastestKernel;
import io.ardmstream.kernel.Kernel;

/**
 * The arithmetic of dense layers on a block of rows. In an array that has a block from some index
 * on, value i of row r is at {@code index + i * rows() + r}: what is multiplied by the same weight
 * lies side by side, and all that a block needs lies together. Values are integers held as {@code
 * float}; sums of products stay below 2<sup>24</sup> in any order, so that every kernel gives the
 * same.
 *
 * <p>One on the vector instructions of the processor is found by {@link java.util.ServiceLoader}
 * where the module {@value FastestKernel#VECTOR_MODULE} is part of the running JVM.
 */
@PublicApi(Stability.EVOLVING)
public interface DenseKernel extends Kernel {

  /**
   * Units whose sums are made together: weights come in groups of so many units, the last one
   * filled up with zeros, and a block has room for the sums of full groups.
   */
  int GROUP = 8;

  /** What it computes with, such as {@code vectors of 512 bits}. */
  String name();

  /** Rows of a block; divides {@value JavaNetwork#MOST_ROWS}. */
  int rows();

  /**
   * Begins sums: each unit's is its bias.
   *
   * @param sums with a block of sums from {@code to} on
   * @param bias of full groups of units
   * @param used rows that count; of others sums mean nothing, here and below
   */
  void begin(float[] bias, float[] sums, int to, int used);

  /**
   * Adds products to sums: to that of every unit its weights times the values.
   *
   * @param inputs with a block of values from {@code from} on
   * @param count values of a row that are multiplied
   * @param weights of group g for value i, one a unit, from {@code (g * count + i) * }{@value
   *     #GROUP} on
   * @param sums with a block of sums from {@code to} on
   */
  void accumulate(
      float[] inputs, int from, int count, float[] weights, float[] sums, int to, int used);

  /**
   * Scales sums down and clips them: {@code floor(sum / 2^shift)} within {@code [low, high]}.
   *
   * @param sums with a block of sums from {@code at} on, changed in place
   * @param shifts of the units, 0..23 each
   */
  void scale(float[] sums, int at, byte[] shifts, int low, int high, int used);

  /** The fastest one of this JVM. */
  static DenseKernel fastest() {
    return FastestDenseKernel.FOUND;
  }

  /** The one of loops that the JVM's compiler turns into vector instructions; always there. */
  static DenseKernel plain() {
    return new PlainKernel();
  }
}
