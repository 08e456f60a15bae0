package io.ardmstream.kernel;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/** Arithmetic that exists as loops and on vector instructions. */
@PublicApi(Stability.EVOLVING)
public interface Kernel {

  /** Whether the processor has what it is made for. */
  default boolean suitsProcessor() {
    return true;
  }
}
