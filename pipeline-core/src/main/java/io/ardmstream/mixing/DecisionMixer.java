package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;
import java.util.Arrays;

/**
 * Makes one probability of what opinions and contexts say of a decision, and learns from the
 * outcome. Log odds are weighted by three sets of weights, chosen by the kind of decision, by the
 * scale of the sample's distribution, and by both; their sums are averaged and then refined by how
 * such averages turned out before.
 */
public final class DecisionMixer implements DecisionModel {
  /** Kinds of decisions that are told apart. */
  static final int KINDS = 32;

  /** Scales of distributions that are told apart. */
  public static final int SCALES = 16;

  private static final int LINE_BITS = 4;
  private static final int SETS = 3;

  /** Log odds of the input that is always there. */
  private static final int ONE = 256;

  private static final int CONTEXT_WEIGHT = 4000;

  private static final int LEVELS = BitHistory.LEVELS;

  private final ContextTables tables;
  private final int contexts;
  private final int[] places;
  private final int[] logOdds;
  private final AgingWeights[] sets = new AgingWeights[SETS];
  private final int[] rows = new int[SETS];

  private final Refinement refinement;
  private int channel;
  private int scale;

  /**
   * A mixer that has seen nothing.
   *
   * @param mixing how much is mixed
   * @param opinionWeights of each opinion at first, in units of 2<sup>-16</sup>
   * @param channels of the samples
   * @param expected samples to come
   */
  public DecisionMixer(Mixing mixing, int[] opinionWeights, int channels, long expected) {
    contexts = mixing.contexts();
    tables = new ContextTables(contexts, expected, LINE_BITS, mixing.mostSlotBits());
    int inputs = contexts + opinionWeights.length + 1;
    places = new int[inputs];
    logOdds = new int[inputs];
    for (int i = contexts; i < inputs; i++) {
      places[i] = contexts * LEVELS + i - contexts;
    }
    logOdds[inputs - 1] = ONE;
    int[] row = firstRow(opinionWeights);
    int[] rowsOfSets = {channels * KINDS, channels * SCALES, channels * KINDS * SCALES / 2};
    for (int set = 0; set < SETS; set++) {
      sets[set] = new AgingWeights(rowsOfSets[set], row);
    }
    refinement = new Refinement(channels * KINDS * SCALES);
  }

  private int[] firstRow(int[] opinionWeights) {
    int[] row = new int[contexts * LEVELS + opinionWeights.length + 1];
    Arrays.fill(row, 0, contexts * LEVELS, CONTEXT_WEIGHT);
    System.arraycopy(opinionWeights, 0, row, contexts * LEVELS, opinionWeights.length);
    return row;
  }

  /** Sets a context for the decisions to come. */
  public void context(int input, int hash) {
    tables.context(input, hash);
  }

  /** Says which sample the decisions to come are about. */
  public void sample(int ofChannel, int ofScale) {
    channel = ofChannel;
    scale = ofScale;
  }

  @Override
  public int pass(BitCoder port, int bit, int node, int kind, int[] opinions) {
    tables.look(node);
    for (int i = 0; i < contexts; i++) {
      int seen = tables.seen(i);
      places[i] = i * LEVELS + BitHistory.level(seen);
      logOdds[i] = seen == 0 ? 0 : tables.logOdds(i);
    }
    System.arraycopy(opinions, 0, logOdds, contexts, opinions.length);
    int ofKind = channel * KINDS + kind;
    rows[0] = ofKind;
    rows[1] = channel * SCALES + scale;
    rows[2] = ofKind * (SCALES / 2) + scale / 2;
    int sum = 0;
    for (int set = 0; set < SETS; set++) {
      sum += sets[set].sum(rows[set], places, logOdds);
    }
    int average = sum / SETS;
    int refined = refinement.refine(ofKind * SCALES + scale, average);
    int passed = port.pass(bit, Logistic.squash(average) + refined + 1 >> 1);
    for (int set = 0; set < SETS; set++) {
      sets[set].learn(passed, places, logOdds);
    }
    tables.learn(passed);
    refinement.learn(passed);
    return passed;
  }
}
