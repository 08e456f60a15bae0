package io.ardmstream.block.classic.picture;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.ContextTables;
import io.ardmstream.mixing.Logistic;
import io.ardmstream.mixing.Mixer;
import io.ardmstream.mixing.Weights;

/**
 * A mixer that begins with weights learnt from many pictures. What a context says is weighted by
 * how much it has seen; that it has seen nothing says something too.
 */
final class WarmMixer implements Mixer {
  /** Log odds of a context that has seen nothing, and of the input that is always there. */
  private static final int ONE = 256;

  private final WarmShape shape;
  private final ContextTables tables;
  private final int[] places;
  private final int[] logOdds;
  private final Weights first;
  private final Weights second;

  /**
   * A mixer.
   *
   * @param first weights to begin with, which will change
   * @param second the same of the second set
   * @param expected samples to come
   */
  WarmMixer(WarmShape shape, Weights first, Weights second, long expected) {
    this.shape = shape;
    this.first = first;
    this.second = second;
    tables = shape.tables(expected);
    int inputs = tables.inputs();
    places = new int[inputs + 1];
    logOdds = new int[inputs + 1];
    places[inputs] = shape.stride() - 1;
    logOdds[inputs] = ONE;
  }

  @Override
  public void context(int input, int hash) {
    tables.context(input, hash);
  }

  @Override
  public int pass(BitCoder port, int bit, int node, int firstSelector, int secondSelector) {
    tables.look(node);
    for (int i = 0; i + 1 < places.length; i++) {
      int seen = tables.seen(i);
      places[i] = WarmShape.place(i, seen);
      logOdds[i] = seen == 0 ? ONE : tables.logOdds(i);
    }
    int sum = first.sum(shape.firstRow(firstSelector), places, logOdds);
    sum += second.sum(shape.secondRow(secondSelector), places, logOdds);
    int passed = port.pass(bit, Logistic.squash(sum >> 1));
    first.learn(passed, places, logOdds);
    second.learn(passed, places, logOdds);
    tables.learn(passed);
    return passed;
  }
}
