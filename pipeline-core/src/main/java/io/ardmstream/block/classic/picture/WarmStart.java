package io.ardmstream.block.classic.picture;

/** What mixers begin warm for; each has weights of its own. */
public enum WarmStart {
  /** Samples of pixels. */
  COLOURS(WarmShape.SAMPLES),
  /** Whether pixels have the colour of another. */
  COLOUR_COPIES(WarmShape.CANDIDATES),
  /** Places in a table of colours, and samples that are like them. */
  INDICES(WarmShape.SAMPLES),
  /** Whether pixels have the index of another. */
  INDEX_COPIES(WarmShape.CANDIDATES),
  /** Samples of a table of colours. */
  TABLE(WarmShape.SAMPLES);

  public final WarmShape shape;

  WarmStart(WarmShape shape) {
    this.shape = shape;
  }
}
