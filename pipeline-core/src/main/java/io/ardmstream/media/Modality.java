package io.ardmstream.media;

/** What the samples are, and so which models and transforms suit them. */
public enum Modality {
  /** Pixels on a grid. */
  IMAGE(1),
  /** Instants in time; the height of the layout is 1. */
  AUDIO(2),
  /** Bytes that nobody here understands, as one plane of unsigned 8-bit samples. */
  OPAQUE(3);

  private final int code;

  Modality(int code) {
    this.code = code;
  }

  /** The number that stands for this kind in encoded records, 1 to 255, never reused. */
  public int code() {
    return code;
  }
}
