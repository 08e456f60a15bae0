package io.ardmstream.transform.audio;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/** How much an encoder tries to make a block small; decoding takes the same time either way. */
@PublicApi(Stability.EVOLVING)
public enum SearchEffort {
  /** One parameter set; the classic coder only where it looks hopeful. */
  FAST,
  /** Every published parameter set and the classic coder, several times slower. */
  BEST
}
