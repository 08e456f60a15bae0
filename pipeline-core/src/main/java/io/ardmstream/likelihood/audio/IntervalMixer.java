package io.ardmstream.likelihood.audio;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.AgingWeights;
import io.ardmstream.mixing.Logistic;
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

  /** Weights learn slower here than those of pixels. */
  private static final int[] RATES = AgingWeights.rates(2, 8);

  /** Log odds of the input that is always there. */
  private static final int ONE = 256;

  private final int[] indices;
  private final int[] logOdds;
  private final AgingWeights byNode;
  private final AgingWeights byErrors;
  private int scale;
  private int trend;

  /**
   * A mixer that has seen nothing.
   *
   * @param opinionWeights of each opinion at first, in units of 2<sup>-16</sup>
   */
  IntervalMixer(int[] opinionWeights) {
    int[] row = Arrays.copyOf(opinionWeights, opinionWeights.length + 1);
    indices = new int[row.length];
    Arrays.setAll(indices, i -> i);
    logOdds = new int[row.length];
    logOdds[row.length - 1] = ONE;
    byNode = new AgingWeights(NODES, row, RATES);
    byErrors = new AgingWeights(SCALES * TRENDS, row, RATES);
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
    int sum =
        byNode.sum(node, indices, logOdds) + byErrors.sum(scale * TRENDS + trend, indices, logOdds);
    int passed = port.pass(bit, Logistic.squash(sum / 2));
    byNode.learn(passed, indices, logOdds);
    byErrors.learn(passed, indices, logOdds);
    return passed;
  }
}
