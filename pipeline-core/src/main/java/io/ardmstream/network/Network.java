package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/**
 * Evaluates one network on batches of rows. Every implementation returns the same integers for a
 * row, whatever else is in the batch.
 *
 * <p>Values travel as {@code float} because that is what tensor libraries take; they are always
 * integers.
 */
@PublicApi(Stability.EVOLVING)
public interface Network extends AutoCloseable {

  /**
   * Evaluates rows.
   *
   * @param rows number of rows, at least 1
   * @param inputs one array per {@link NetworkSpec#inputs() input}, row-major, at least {@code rows
   *     * width} long
   * @return one array per {@link NetworkSpec#outputs() output}, row-major
   */
  float[][] evaluate(int rows, float[]... inputs);

  /** Frees native memory. */
  @Override
  void close();
}
