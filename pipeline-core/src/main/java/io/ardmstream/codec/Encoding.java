package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.failure.ArdmException;

/** What became of a record that was to be encoded. */
@PublicApi
public sealed interface Encoding {

  /**
   * It was encoded.
   *
   * @param container the encoded record
   * @param statistics what it cost
   */
  record Encoded(byte[] container, EncodeStatistics statistics) implements Encoding {}

  /**
   * It was refused.
   *
   * @param failure why
   */
  record Failed(ArdmException failure) implements Encoding {}

  /**
   * The encoded record.
   *
   * @throws ArdmException when it was refused
   */
  default Encoded orThrow() {
    if (this instanceof Encoded encoded) {
      return encoded;
    }
    throw ((Failed) this).failure();
  }
}
