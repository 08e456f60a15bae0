package io.ardmstream.media;

import io.ardmstream.api.PublicApi;

/** What the samples are, and so which models and transforms suit them. */
@PublicApi
public enum Modality {
  /** Pixels on a grid. */
  IMAGE,
  /** Frames in time; the height of the layout is 1. */
  AUDIO,
  /** Bytes that nobody here understands, as one plane of unsigned 8-bit samples. */
  OPAQUE
}
