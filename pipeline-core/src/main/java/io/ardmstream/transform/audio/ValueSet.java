package io.ardmstream.transform.audio;

/**
 * The values that occur in a channel of a block, in rising order; a value's rank is its place in
 * that order.
 */
sealed interface ValueSet permits Progression, ListedValues {

  /** Number of values, 1 to 2^32. */
  long size();

  /** The value of a rank between 0 and size - 1. */
  int value(long rank);

  /** Rank of a value of the set. */
  long rank(int value);

  /** Rank of the value closest to a prediction; the first or last one for predictions beyond. */
  long nearest(double prediction);

  /**
   * Where among the ranks a prediction lies, in 1/256 of a rank; within the ranks. Where neighbours
   * lie at different distances it is the nearest rank.
   */
  long place(double prediction);
}
