package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;

/**
 * Mixes decisions of pictures that are over before weights have been learnt, and so begins with
 * {@link FirstWeights}. Log odds are weighted by two sets of weights, chosen by the kind of
 * decision and by the scale of the sample's distribution; their sums are averaged, and the average
 * is refined by how such averages turned out before.
 */
public final class LearntMixer implements DecisionModel {
  private static final int KINDS = FirstWeights.KINDS;
  private static final int SCALES = FirstWeights.SCALES;
  private static final int SETS = 2;

  /** There is little to learn, and little time. */
  private static final int[] RATES = AgingWeights.rates(3, 4);

  /** What all pictures have in common is learnt slowly. */
  private static final int[] SLOW_RATES = AgingWeights.rates(1, 1);

  private final MixerInputs inputs;
  private final AgingWeights[] sets;
  private final int[] rows = new int[SETS];
  private final Refinement refinement = new Refinement(FirstWeights.CHANNELS * KINDS);
  private int channel;
  private int scale;

  private LearntMixer(MixerInputs inputs, FirstWeights weights, int[] rates) {
    this.inputs = inputs;
    sets =
        new AgingWeights[] {
          new AgingWeights(weights.byKind(), inputs.stride(), rates),
          new AgingWeights(weights.byScale(), inputs.stride(), rates)
        };
  }

  /**
   * A mixer that has seen nothing of the picture to come.
   *
   * @param opinions whose log odds go with each decision
   * @param expected samples to come
   */
  public static LearntMixer of(FirstWeights weights, int opinions, long expected) {
    return new LearntMixer(inputs(opinions, expected), weights.copy(), RATES);
  }

  /** The same, whose learning changes the weights themselves, for the next picture. */
  public static LearntMixer teaching(FirstWeights weights, int opinions, long expected) {
    return new LearntMixer(inputs(opinions, expected), weights, SLOW_RATES);
  }

  private static MixerInputs inputs(int opinions, long expected) {
    Mixing mixing = Mixing.SMALL;
    int[] unused = new int[opinions];
    return new MixerInputs(mixing.contexts(), mixing.mostSlotBits(), unused, expected);
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
    rows[0] = channel * KINDS + kind;
    rows[1] = channel * SCALES + scale;
    int sum = 0;
    for (int set = 0; set < SETS; set++) {
      sum += sets[set].sum(rows[set], inputs.places, inputs.logOdds);
    }
    int average = sum / SETS;
    int refined = refinement.refine(rows[0], average);
    int passed = port.pass(bit, Logistic.squash(average) + refined + 1 >> 1);
    for (AgingWeights set : sets) {
      set.learn(passed, inputs.places, inputs.logOdds);
    }
    inputs.learn(passed);
    refinement.learn(passed);
    return passed;
  }
}
