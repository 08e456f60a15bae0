package io.ardmstream.block.classic.picture;

/** What samples are predicted to be. */
public enum Prediction {
  /** What their neighbours let expect. */
  ALONE,
  /**
   * The same, but those of the second and third channel by their difference from the one before.
   */
  RELATIVE,
  /** Zero: they are numbers of something, of which neighbouring ones have nothing in common. */
  NONE
}
