package io.ardmstream.codec;

import io.ardmstream.api.PublicApi;
import io.ardmstream.media.MediaOptions;

/**
 * A record to be encoded. The bytes are neither copied nor changed.
 *
 * @param bytes the file
 * @param options how to take it apart
 */
@PublicApi
public record Source(byte[] bytes, MediaOptions options) {

  /** A file whose first bytes tell its format. */
  public static Source of(byte[] bytes) {
    return new Source(bytes, MediaOptions.defaults());
  }
}
