package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;

/**
 * A batch of positions on their way through a likelihood model, one row each, possibly of many
 * units.
 *
 * <p>Use: {@link #clear}, {@link #add} positions, then for each channel in turn {@link #evaluate},
 * and for every row that has the channel {@link #reveal}. {@link #distribution} may be asked for
 * whenever the channel was evaluated.
 *
 * @param <U> the units
 */
public interface ContextBatch<U extends CodingUnit> {

  /** Most rows that fit. */
  int capacity();

  /** Rows added since the last {@link #clear}. */
  int size();

  /** Removes all rows. */
  void clear();

  /** Adds a position of a unit; everything that its schedule codes in earlier steps is known. */
  void add(U unit, int position);

  /** Computes the parameters of a channel for all rows. */
  void evaluate(int channel);

  /** Sets the distribution of a row's sample: value i is the sample {@code least + i}. */
  void distribution(int row, int channel, LogisticMixture mixture);

  /** A row's sample, which must be known. */
  int value(int row, int channel);

  /** Makes a row's sample known to later steps; only when decoding. */
  void know(int row, int channel, int value);

  /** Tells the later channels of the row what the sample is. */
  void reveal(int row, int channel, int value);
}
