package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;

/** What verify-on-encode found. */
@PublicApi
public enum Verification {
  /** It was not asked for. */
  NOT_ASKED,
  /** Decoding brought the record back. */
  PASSED,
  /** Decoding did not bring a block or the file back; what failed was coded in another way. */
  REPAIRED
}
