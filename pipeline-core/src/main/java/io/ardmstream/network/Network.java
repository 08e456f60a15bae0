package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/**
 * Evaluates one network on batches of rows. Every implementation returns the same integers for a
 * row, whatever else is in the batch.
 *
 * <p>A batch is held by features: plane i has value i of every row. Values travel as {@code float}
 * because that is what libraries and vector instructions take; they are always integers.
 */
@PublicApi(Stability.EVOLVING)
public interface Network extends AutoCloseable {

  /**
   * Evaluates rows.
   *
   * @param rows number of rows, at least 1; a multiple of {@link NetworkSpec#rowsTogether()}
   * @param inputs of each {@link NetworkSpec#inputs() input} its planes, at least {@code rows} long
   * @return of each {@link NetworkSpec#outputs() output} its planes, at least {@code rows} long;
   *     they are overwritten by the next call
   */
  float[][][] evaluate(int rows, float[][]... inputs);

  /** Frees native memory. */
  @Override
  void close();
}
