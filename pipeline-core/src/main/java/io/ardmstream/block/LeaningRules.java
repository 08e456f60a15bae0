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
  SECOND;

  /** What is written. */
  public static final LeaningRules CURRENT = SECOND;
}
