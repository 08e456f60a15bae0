package io.ardmstream.likelihood.audio;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.Logistic;
import io.ardmstream.mixing.Weights;
import java.util.Arrays;

/**
 * Makes one probability of what opinions say of a decision about an interval of ranks, and learns
 * from the outcome. Log odds are weighted by two sets of weights, one chosen by the node of the
 * tree of decisions, the other by how wide errors have been; their sums are averaged.
 */
final class IntervalMixer {
  /** Nodes of the tree that are told apart. */
  static final int NODES = 64;

  /** Scales of the errors that are told apart. */
  static final int SCALES = 16;

  /** Ways in which errors grow or fade that are told apart by weights. */
  static final int TRENDS = 8;

  private static final int SETS = 2;

  /** Weights learn at this rate, and faster by up to {@value #FRESH_RATE} while they are new. */
  private static final int RATE = 2;

  private static final int FRESH_RATE = 8;
  private static final int FRESH = 64;

  /** Log odds of the input that is always there. */
  private static final int ONE = 256;

  private final int[] places;
  private final int[] logOdds;
  private final Weights[] sets = new Weights[SETS];
  private final int[] rows = new int[SETS];
  private final int[][] ages = new int[SETS][];
  private int scale;
  private int trend;

  /**
   * A mixer that has seen nothing.
   *
   * @param opinionWeights of each opinion at first, in units of 2<sup>-16</sup>
   */
  IntervalMixer(int[] opinionWeights) {
    int[] row = Arrays.copyOf(opinionWeights, opinionWeights.length + 1);
    places = new int[row.length];
    Arrays.setAll(places, i -> i);
    logOdds = new int[row.length];
    logOdds[row.length - 1] = ONE;
    int[] rowsOfSets = {NODES, SCALES * TRENDS};
    for (int set = 0; set < SETS; set++) {
      sets[set] = alike(rowsOfSets[set], row);
      ages[set] = new int[rowsOfSets[set]];
    }
  }

  private static Weights alike(int rows, int[] row) {
    int[] weights = new int[rows * row.length];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(row, 0, weights, i * row.length, row.length);
    }
    return new Weights(weights, row.length);
  }

  /** Says how wide the errors before the decisions to come have been, and how that has changed. */
  void errors(int ofScale, int ofTrend) {
    scale = ofScale;
    trend = ofTrend;
  }

  /**
   * Passes a decision.
   *
   * @param bit to be encoded; of no meaning when decoding
   * @param node of the tree
   * @param opinions log odds that each opinion gives it
   * @return the bit
   */
  int pass(BitCoder port, int bit, int node, int[] opinions) {
    System.arraycopy(opinions, 0, logOdds, 0, opinions.length);
    rows[0] = node;
    rows[1] = scale * TRENDS + trend;
    int sum = sets[0].sum(rows[0], places, logOdds) + sets[1].sum(rows[1], places, logOdds);
    int passed = port.pass(bit, Logistic.squash(sum / SETS));
    for (int set = 0; set < SETS; set++) {
      sets[set].learn(passed, places, logOdds, RATE + fresh(ages[set], rows[set]));
    }
    return passed;
  }

  /** How much faster a row learns at its age, which grows until it is nothing. */
  private static int fresh(int[] agesOfSet, int row) {
    int more = FRESH_RATE * FRESH / (FRESH + agesOfSet[row]);
    if (more > 0) {
      agesOfSet[row]++;
    }
    return more;
  }
}
