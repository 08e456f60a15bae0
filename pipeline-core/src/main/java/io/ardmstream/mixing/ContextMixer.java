package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;
import java.util.Arrays;

/**
 * A mixer that begins without any knowledge. Every context looks up an adaptive probability; their
 * log odds are weighted and summed by two sets of weights, whose outcomes are averaged; then the
 * probabilities and the weights learn from the bit. All in integers.
 */
public final class ContextMixer implements Mixer {
  /** How many nodes lie side by side in a table, in bits, for numbers. */
  public static final int NUMBER_LINE = 4;

  private final ContextTables tables;
  private final int[] places;
  private final int[] logOdds;
  private final Weights first;
  private final Weights second;

  /**
   * A mixer of numbers.
   *
   * @param inputs number of contexts
   * @param expected samples to come
   * @param selectors how many rows of weights the first and the second set have
   */
  public ContextMixer(int inputs, long expected, int[] selectors) {
    this(inputs, expected, selectors, NUMBER_LINE, (1 << 16) * 5 / 16);
  }

  /**
   * A mixer.
   *
   * @param lineBits how many nodes of a context lie side by side, in bits
   * @param weight of every input at first, in units of 2^-16
   */
  public ContextMixer(int inputs, long expected, int[] selectors, int lineBits, int weight) {
    tables = new ContextTables(inputs, expected, lineBits);
    places = new int[inputs];
    Arrays.setAll(places, i -> i);
    logOdds = new int[inputs];
    first = alike(selectors[0], inputs, weight);
    second = alike(selectors[1], inputs, weight);
  }

  private ContextMixer(ContextTables tables, int[] places, Weights first, Weights second) {
    this.tables = tables;
    this.places = places;
    this.logOdds = new int[places.length];
    this.first = first;
    this.second = second;
  }

  /** Another mixer that has learnt the same. */
  public ContextMixer copy() {
    return new ContextMixer(tables.copy(), places, first.copy(), second.copy());
  }

  private static Weights alike(int rows, int inputs, int weight) {
    int[] weights = new int[rows * inputs];
    Arrays.fill(weights, weight);
    return new Weights(weights, inputs);
  }

  @Override
  public void context(int input, int hash) {
    tables.context(input, hash);
  }

  @Override
  public int pass(BitCoder port, int bit, int node, int firstRow, int secondRow) {
    tables.look(node);
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] = tables.logOdds(i);
    }
    int sum = first.sum(firstRow, places, logOdds) + second.sum(secondRow, places, logOdds);
    int passed = port.pass(bit, Logistic.squash(sum >> 1));
    first.learn(passed, places, logOdds);
    second.learn(passed, places, logOdds);
    tables.learn(passed);
    return passed;
  }
}
