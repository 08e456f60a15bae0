package io.ardmstream.block;

/**
 * How blocks lean on those before them. What was written by older rules is still decoded by them.
 */
public enum LeaningRules {
  /** Vectors of 16 by 16 places. */
  FIRST,

  /**
   * Vectors of 8 by 8 places; contexts of the colours around, by the place in a square of four, as
   * halved planes of colour leave them; and how far predictions were off in the block before.
   */
  SECOND,

  /**
   * Vectors of quarters of samples into one of the last four blocks, as coders of video have them;
   * and the planes of a frame told apart where they lie in one.
   */
  THIRD;

  /** What is written. */
  public static final LeaningRules CURRENT = THIRD;
}
