package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;
import java.util.Arrays;

/**
 * Makes one probability of what two opinions and two contexts say of a decision, and learns from
 * the outcome: {@link DecisionMixer} at less expense. There is one set of weights, chosen by the
 * situation and by the node, and nothing is refined. It is written out for its five inputs, since
 * most of the time of coding is spent here.
 *
 * <p>Whatever is learnt is in here: a mixer can go on with another picture.
 */
public final class QuickMixer {
  /** Nodes of a context that lie side by side, in bits. */
  public static final int LINE_BITS = 4;

  private static final int NODES = 1 << LINE_BITS;
  private static final int LEVELS = BitHistory.LEVELS;
  private static final int CONTEXT_WEIGHT = 4000;

  /** Log odds of the input that is always there. */
  private static final int ONE = 256;

  /** A row of weights: those of both contexts by how well they are known, then the others. */
  private static final int SECOND_CONTEXT = LEVELS;

  private static final int FIRST_OPINION = 2 * LEVELS;
  private static final int SECOND_OPINION = FIRST_OPINION + 1;
  private static final int ALWAYS = SECOND_OPINION + 1;
  private static final int STRIDE = ALWAYS + 1;

  private final int[] slots;
  private final int secondStart;
  private final int firstLineShift;
  private final int secondLineShift;
  private final int[] weights;
  private final int[] ages;
  private int situation;
  private int firstLine;
  private int secondLine;

  /**
   * A mixer that has seen nothing.
   *
   * @param firstSlotBits how many probabilities the first context has, in bits, at least {@value
   *     #LINE_BITS} and at most 27; one takes four bytes
   * @param secondSlotBits the same of the second context
   * @param opinionWeights of the two opinions at first, in units of 2<sup>-16</sup>
   * @param situations that are told apart
   */
  public QuickMixer(int firstSlotBits, int secondSlotBits, int[] opinionWeights, int situations) {
    secondStart = 1 << firstSlotBits;
    slots = new int[secondStart + (1 << secondSlotBits)];
    firstLineShift = Integer.SIZE - firstSlotBits + LINE_BITS;
    secondLineShift = Integer.SIZE - secondSlotBits + LINE_BITS;
    int[] row = new int[STRIDE];
    Arrays.fill(row, 0, FIRST_OPINION, CONTEXT_WEIGHT);
    row[FIRST_OPINION] = opinionWeights[0];
    row[SECOND_OPINION] = opinionWeights[1];
    weights = new int[situations * NODES * STRIDE];
    for (int at = 0; at < weights.length; at += STRIDE) {
      System.arraycopy(row, 0, weights, at, STRIDE);
    }
    ages = new int[situations * NODES];
  }

  /** Says what the decisions to come are about: 0 to the number of situations, exclusive. */
  public void situation(int number) {
    situation = number * NODES;
  }

  /** Sets the first context for the decisions to come. */
  public void firstContext(int hash) {
    firstLine = line(hash, firstLineShift);
  }

  /** Sets the second context for the decisions to come. */
  public void secondContext(int hash) {
    secondLine = secondStart + line(hash, secondLineShift);
  }

  private static int line(int hash, int shift) {
    int line = hash * 0x85EBCA6B;
    return (line ^ line >>> 15) * 0xC2B2AE35 >>> shift << LINE_BITS;
  }

  /**
   * Passes a decision.
   *
   * @param bit to be encoded; of no meaning when decoding
   * @param firstNode tells it apart from others of the first context; below 2<sup>4</sup>
   * @param node tells it apart from others of the second context; below 2<sup>4</sup>
   * @param one log odds that the first opinion gives it
   * @param other log odds that the second one gives it
   * @return the bit
   */
  public int pass(BitCoder port, int bit, int firstNode, int node, int one, int other) {
    int firstSlot = firstLine + firstNode;
    int secondSlot = secondLine + node;
    int first = slots[firstSlot];
    int second = slots[secondSlot];
    int firstSeen = BitHistory.seen(first);
    int secondSeen = BitHistory.seen(second);
    int firstOdds = firstSeen == 0 ? 0 : BitHistory.logOdds(first);
    int secondOdds = secondSeen == 0 ? 0 : BitHistory.logOdds(second);
    int row = situation + node;
    int start = row * STRIDE;
    int firstWeight = start + BitHistory.level(firstSeen);
    int secondWeight = start + SECOND_CONTEXT + BitHistory.level(secondSeen);
    long total =
        (long) weights[firstWeight] * firstOdds
            + (long) weights[secondWeight] * secondOdds
            + (long) weights[start + FIRST_OPINION] * one
            + (long) weights[start + SECOND_OPINION] * other
            + (long) weights[start + ALWAYS] * ONE;
    int probability = Logistic.squash(Weights.clipped(total));
    int passed = port.pass(bit, probability);
    long error = ((passed << 16) - probability) * AgingWeights.usualRate(ages, row);
    weights[firstWeight] += Weights.step(firstOdds, error);
    weights[secondWeight] += Weights.step(secondOdds, error);
    weights[start + FIRST_OPINION] += Weights.step(one, error);
    weights[start + SECOND_OPINION] += Weights.step(other, error);
    weights[start + ALWAYS] += Weights.step(ONE, error);
    slots[firstSlot] = BitHistory.after(first, passed);
    slots[secondSlot] = BitHistory.after(second, passed);
    return passed;
  }
}
