package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.container.ContainerInfo;
import io.ardmstream.failure.ArdmException;

/** What became of a record that was to be decoded. */
@PublicApi
public sealed interface Decoding {

  /**
   * It was decoded, and every checksum holds.
   *
   * @param bytes the restored file
   * @param info what its container told
   */
  record Decoded(byte[] bytes, ContainerInfo info) implements Decoding {}

  /**
   * It was refused.
   *
   * @param failure why
   */
  record Failed(ArdmException failure) implements Decoding {}

  /**
   * The decoded record.
   *
   * @throws ArdmException when it was refused
   */
  default Decoded orThrow() {
    if (this instanceof Decoded decoded) {
      return decoded;
    }
    throw ((Failed) this).failure();
  }
}
