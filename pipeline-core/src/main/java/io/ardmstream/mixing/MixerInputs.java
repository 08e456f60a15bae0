package io.ardmstream.mixing;

import java.util.Arrays;

/**
 * What a mixer weighs for a decision: the log odds that contexts have learnt, those of the
 * opinions, and a constant one. A context has a weight of its own for each {@link BitHistory#level
 * level}.
 */
final class MixerInputs {
  private static final int LINE_BITS = 4;
  private static final int LEVELS = BitHistory.LEVELS;
  private static final int CONTEXT_WEIGHT = 4000;

  /** Log odds of the input that is always there. */
  private static final int ONE = 256;

  private final int contexts;
  private final ContextTables tables;
  private final int[] firstRow;

  /** Places in a row of weights, one for each of the log odds. */
  final int[] places;

  final int[] logOdds;

  /**
   * Inputs whose contexts have seen nothing.
   *
   * @param mostSlotBits the most probabilities that a context has, in bits
   * @param opinionWeights of each opinion at first, in units of 2<sup>-16</sup>
   * @param expected samples to come
   */
  MixerInputs(int contexts, int mostSlotBits, int[] opinionWeights, long expected) {
    this.contexts = contexts;
    tables = new ContextTables(contexts, expected, LINE_BITS, mostSlotBits);
    int inputs = contexts + opinionWeights.length + 1;
    places = new int[inputs];
    logOdds = new int[inputs];
    for (int i = contexts; i < inputs; i++) {
      places[i] = contexts * LEVELS + i - contexts;
    }
    logOdds[inputs - 1] = ONE;
    firstRow = firstRow(contexts, opinionWeights);
  }

  /** How many weights a row has. */
  static int stride(int contexts, int opinions) {
    return contexts * LEVELS + opinions + 1;
  }

  int stride() {
    return firstRow.length;
  }

  /** A row of weights that nothing was learnt of. */
  static int[] firstRow(int contexts, int[] opinionWeights) {
    int[] row = new int[stride(contexts, opinionWeights.length)];
    Arrays.fill(row, 0, contexts * LEVELS, CONTEXT_WEIGHT);
    System.arraycopy(opinionWeights, 0, row, contexts * LEVELS, opinionWeights.length);
    return row;
  }

  /** The weights that a row for these inputs begins with. */
  int[] firstRow() {
    return firstRow;
  }

  /** Weights for these inputs, as many rows of them. */
  AgingWeights weights(int rows) {
    return new AgingWeights(rows, firstRow);
  }

  /** Sets a context for the decisions to come. */
  void context(int input, int hash) {
    tables.context(input, hash);
  }

  /** Looks up a decision of which each opinion has these log odds. */
  void look(int node, int[] opinions) {
    tables.look(node);
    for (int i = 0; i < contexts; i++) {
      int seen = tables.seen(i);
      places[i] = i * LEVELS + BitHistory.level(seen);
      logOdds[i] = seen == 0 ? 0 : tables.logOdds(i);
    }
    System.arraycopy(opinions, 0, logOdds, contexts, opinions.length);
  }

  /** Has the contexts last looked up learn how it came out. */
  void learn(int bit) {
    tables.learn(bit);
  }
}
