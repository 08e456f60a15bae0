package io.ardmstream.media;

import io.ardmstream.api.PublicApi;

/** What comes back when a file is restored. */
@PublicApi
public enum Fidelity {
  /** The file, byte for byte. */
  BYTES,
  /** The same samples and the same metadata, perhaps compressed differently inside the file. */
  SAMPLES
}
