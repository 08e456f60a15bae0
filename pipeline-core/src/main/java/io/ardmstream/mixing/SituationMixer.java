package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;

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

  private static final int SETS = 4;

  private final MixerInputs inputs;
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
    inputs = new MixerInputs(contexts, mostSlotBits, opinionWeights, expected);
    sets =
        new AgingWeights[] {
          inputs.weights(channels * KINDS),
          inputs.weights(channels * SCALES),
          inputs.weights(channels * KINDS * SCALES / 2),
          inputs.weights(channels * FEW_KINDS * SITUATIONS)
        };
    byScale = new Refinement(channels * KINDS * SCALES);
    bySituation = new Refinement(channels * FEW_KINDS * SITUATIONS);
  }

  @Override
  public void context(int input, int hash) {
    inputs.context(input, hash);
  }

  /** Says which sample the decisions to come are about. */
  public void sample(int ofChannel, int ofScale, int ofSituation) {
    channel = ofChannel;
    scale = ofScale;
    situation = ofSituation;
  }

  @Override
  public int pass(BitCoder port, int bit, int node, int kind, int[] opinions) {
    inputs.look(node, opinions);
    int ofKind = channel * KINDS + kind;
    int ofSituation = (channel * FEW_KINDS + few(kind)) * SITUATIONS + situation;
    rows[0] = ofKind;
    rows[1] = channel * SCALES + scale;
    rows[2] = ofKind * (SCALES / 2) + scale / 2;
    rows[3] = ofSituation;
    int sum = 0;
    for (int set = 0; set < SETS; set++) {
      sum += sets[set].sum(rows[set], inputs.places, inputs.logOdds);
    }
    int average = sum / SETS;
    int refined =
        byScale.refine(ofKind * SCALES + scale, average) + bySituation.refine(ofSituation, average);
    int passed = port.pass(bit, 2 * Logistic.squash(average) + refined + 2 >> 2);
    for (AgingWeights set : sets) {
      set.learn(passed, inputs.places, inputs.logOdds);
    }
    inputs.learn(passed);
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
