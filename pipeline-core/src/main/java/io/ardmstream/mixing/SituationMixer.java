package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;

/**
 * Mixes decisions like a {@link DecisionMixer}, with a fourth set of weights and a second
 * refinement chosen by the situation that the caller sees the sample in. Made to live from record
 * to record. It may also tell apart where in a square of four a sample lies, and how well samples
 * like it were predicted in the record before.
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

  /** Corners of a square of four. */
  private static final int CORNERS = 4;

  private final boolean withPast;
  private final MixerInputs inputs;

  /** Rows of all sets, one set after another. */
  private final int[] weights;

  private final int[] ages;
  private final int stride;
  private final int[] firstRows = new int[SETS + 1];
  private final Refinement byScale;
  private final Refinement bySituation;
  private int channel;
  private int scale;
  private int situation;
  private int corner;
  private int pastScale;

  /**
   * A mixer that has seen nothing.
   *
   * @param contexts that decisions are looked up in
   * @param mostSlotBits the most probabilities that a context has, in bits
   * @param opinionWeights of each opinion at first, in units of 2<sup>-16</sup>
   * @param channels of the samples
   * @param expected samples of a record
   * @param withPast whether the corner and the scale of the record before count
   */
  public SituationMixer(
      int contexts,
      int mostSlotBits,
      int[] opinionWeights,
      int channels,
      long expected,
      boolean withPast) {
    this.withPast = withPast;
    inputs = new MixerInputs(contexts, mostSlotBits, opinionWeights, expected);
    int[] rowsOfSets = {
      channels * KINDS * (withPast ? CORNERS : 1),
      channels * SCALES * (withPast ? FEW_KINDS : 1),
      channels * KINDS * SCALES / 2,
      channels * FEW_KINDS * SITUATIONS
    };
    stride = inputs.firstRow().length;
    for (int set = 0; set < SETS; set++) {
      firstRows[set + 1] = firstRows[set] + rowsOfSets[set];
    }
    weights = AgingWeights.rows(firstRows[SETS], inputs.firstRow());
    ages = new int[firstRows[SETS]];
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

  /**
   * Says more of this sample.
   *
   * @param ofCorner where in a square of four it lies, 0 to 3
   * @param ofPastScale the scale of what was predicted wrongly in the record before
   */
  public void past(int ofCorner, int ofPastScale) {
    corner = ofCorner;
    pastScale = ofPastScale;
  }

  @Override
  public int pass(BitCoder port, int bit, int node, int kind, int[] opinions) {
    inputs.look(node, opinions);
    int ofKind = channel * KINDS + kind;
    int ofFewKinds = channel * FEW_KINDS + few(kind);
    int ofSituation = ofFewKinds * SITUATIONS + situation;
    int row0 = withPast ? ofKind * CORNERS + corner : ofKind;
    int row1 = withPast ? ofFewKinds * SCALES + pastScale : channel * SCALES + scale;
    int row2 = ofKind * (SCALES / 2) + scale / 2;
    return pass(
        port,
        bit,
        row0,
        firstRows[1] + row1,
        firstRows[2] + row2,
        firstRows[3] + ofSituation,
        ofKind * SCALES + scale,
        ofSituation);
  }

  /** Written out for four sets: most of the time of coding is spent here. */
  private int pass(
      BitCoder port,
      int bit,
      int row0,
      int row1,
      int row2,
      int row3,
      int ofScale,
      int ofSituation) {
    int[] places = inputs.places;
    int[] logOdds = inputs.logOdds;
    int start0 = row0 * stride;
    int start1 = row1 * stride;
    int start2 = row2 * stride;
    int start3 = row3 * stride;
    long total0 = 0;
    long total1 = 0;
    long total2 = 0;
    long total3 = 0;
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      long odds = logOdds[i];
      total0 += weights[start0 + place] * odds;
      total1 += weights[start1 + place] * odds;
      total2 += weights[start2 + place] * odds;
      total3 += weights[start3 + place] * odds;
    }
    int sum0 = Weights.clipped(total0);
    int sum1 = Weights.clipped(total1);
    int sum2 = Weights.clipped(total2);
    int sum3 = Weights.clipped(total3);
    int average = (sum0 + sum1 + sum2 + sum3) / SETS;
    int refined = byScale.refine(ofScale, average) + bySituation.refine(ofSituation, average);
    int passed = port.pass(bit, 2 * Logistic.squash(average) + refined + 2 >> 2);
    int target = passed << 16;
    long error0 = (target - Logistic.squash(sum0)) * AgingWeights.usualRate(ages, row0);
    long error1 = (target - Logistic.squash(sum1)) * AgingWeights.usualRate(ages, row1);
    long error2 = (target - Logistic.squash(sum2)) * AgingWeights.usualRate(ages, row2);
    long error3 = (target - Logistic.squash(sum3)) * AgingWeights.usualRate(ages, row3);
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      int odds = logOdds[i];
      weights[start0 + place] += Weights.step(odds, error0);
      weights[start1 + place] += Weights.step(odds, error1);
      weights[start2 + place] += Weights.step(odds, error2);
      weights[start3 + place] += Weights.step(odds, error3);
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
