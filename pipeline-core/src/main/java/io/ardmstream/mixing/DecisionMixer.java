package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;

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

  private static final int SETS = 3;

  private final MixerInputs inputs;
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
    inputs = new MixerInputs(mixing.contexts(), mixing.mostSlotBits(), opinionWeights, expected);
    int[] rowsOfSets = {channels * KINDS, channels * SCALES, channels * KINDS * SCALES / 2};
    for (int set = 0; set < SETS; set++) {
      sets[set] = inputs.weights(rowsOfSets[set]);
    }
    refinement = new Refinement(channels * KINDS * SCALES);
  }

  @Override
  public void context(int input, int hash) {
    inputs.context(input, hash);
  }

  /** Says which sample the decisions to come are about. */
  public void sample(int ofChannel, int ofScale) {
    channel = ofChannel;
    scale = ofScale;
  }

  @Override
  public int pass(BitCoder port, int bit, int node, int kind, int[] opinions) {
    inputs.look(node, opinions);
    int ofKind = channel * KINDS + kind;
    rows[0] = ofKind;
    rows[1] = channel * SCALES + scale;
    rows[2] = ofKind * (SCALES / 2) + scale / 2;
    int sum = 0;
    for (int set = 0; set < SETS; set++) {
      sum += sets[set].sum(rows[set], inputs.places, inputs.logOdds);
    }
    int average = sum / SETS;
    int refined = refinement.refine(ofKind * SCALES + scale, average);
    int passed = port.pass(bit, Logistic.squash(average) + refined + 1 >> 1);
    for (int set = 0; set < SETS; set++) {
      sets[set].learn(passed, inputs.places, inputs.logOdds);
    }
    inputs.learn(passed);
    refinement.learn(passed);
    return passed;
  }
}
