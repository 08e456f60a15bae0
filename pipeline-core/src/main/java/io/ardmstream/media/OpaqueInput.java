package io.ardmstream.media;

import io.ardmstream.api.PublicApi;

/** What input may be kept as the bytes it is where it is not taken apart into samples. */
@PublicApi
public enum OpaqueInput {
  /** None: it is refused, also if its format is known. */
  NONE,
  /** Files of a format that is known, such as MP3; others and damaged files are refused. */
  KNOWN,
  /** Any. */
  ANY
}
