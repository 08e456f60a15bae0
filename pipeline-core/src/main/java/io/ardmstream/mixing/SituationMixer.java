package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;
import java.util.Arrays;

/**
 * Mixes decisions like a {@link DecisionMixer}, with a fourth set of weights and a second
 * refinement chosen by the situation that the caller sees the sample in. Made to live from record
 * to record.
 */
public final class SituationMixer implements DecisionModel {
  /** Situations that are told apart. */
  public static final int SITUATIONS = 64;

  private static final int KINDS = DecisionMixer.KINDS;

  /** Scales that are told apart. */
  public static final int SCALES = DecisionMixer.SCALES;


  /** Kinds of decisions that are told apart in a situation. */
  private static final int FEW_KINDS = 8;

  private static final int LINE_BITS = 4;
  private static final int SETS = 4;
  private static final int ONE = 256;
  private static final int CONTEXT_WEIGHT = 4000;
  private static final int LEVELS = BitHistory.LEVELS;

  private final ContextTables tables;
  private final int contexts;
  private final int[] places;
  private final int[] logOdds;
  private final AgingWeights[] sets;
  private final int[] rows = new int[SETS];
  private final Refinement byScale;
  private final Refinement bySituation;
  private int channel;
  private int scale;
  private int situation;

  /**
   * A mixer that has seen nothing.
   *
   * @param contexts that decisions are looked up in
   * @param mostSlotBits the most probabilities that a context has, in bits
   * @param opinionWeights of each opinion at first, in units of 2<sup>-16</sup>
   * @param channels of the samples
   * @param expected samples of a record
   */
  public SituationMixer(
      int contexts, int mostSlotBits, int[] opinionWeights, int channels, long expected) {
    this.contexts = contexts;
    tables = new ContextTables(contexts, expected, LINE_BITS, mostSlotBits);
    int inputs = contexts + opinionWeights.length + 1;
    places = new int[inputs];
    logOdds = new int[inputs];
    for (int i = contexts; i < inputs; i++) {
      places[i] = contexts * LEVELS + i - contexts;
    }
    logOdds[inputs - 1] = ONE;
    int[] row = firstRow(opinionWeights);
    sets =
        new AgingWeights[] {
          new AgingWeights(channels * KINDS, row),
          new AgingWeights(channels * SCALES, row),
          new AgingWeights(channels * KINDS * SCALES / 2, row),
          new AgingWeights(channels * FEW_KINDS * SITUATIONS, row)
        };
    byScale = new Refinement(channels * KINDS * SCALES);
    bySituation = new Refinement(channels * FEW_KINDS * SITUATIONS);
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
  public void sample(int ofChannel, int ofScale, int ofSituation) {
    channel = ofChannel;
    scale = ofScale;
    situation = ofSituation;
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
    int ofSituation = (channel * FEW_KINDS + few(kind)) * SITUATIONS + situation;
    rows[0] = ofKind;
    rows[1] = channel * SCALES + scale;
    rows[2] = ofKind * (SCALES / 2) + scale / 2;
    rows[3] = ofSituation;
    int sum = 0;
    for (int set = 0; set < SETS; set++) {
      sum += sets[set].sum(rows[set], places, logOdds);
    }
    int average = sum / SETS;
    int refined =
        byScale.refine(ofKind * SCALES + scale, average) + bySituation.refine(ofSituation, average);
    int passed = port.pass(bit, 2 * Logistic.squash(average) + refined + 2 >> 2);
    for (AgingWeights set : sets) {
      set.learn(passed, places, logOdds);
    }
    tables.learn(passed);
    byScale.learn(passed);
    bySituation.learn(passed);
    return passed;
  }

  /** Each of the first kinds by itself, later ones together. */
  private static int few(int kind) {
    if (kind < 4) {
      return kind;
    }
    if (kind < 17) {
      return kind < 6 ? 4 : 5;
    }
    return kind == 17 ? 6 : 7;
  }
}
