package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;
import java.util.Arrays;

/**
 * Makes one probability of what two opinions and a few contexts say of a decision, and learns from
 * the outcome: {@link DecisionMixer} at less expense. There is one set of weights, chosen by the
 * situation and by the node, and nothing is refined.
 *
 * <p>Whatever is learnt is in here: a mixer can go on with another picture.
 */
public final class QuickMixer {
  /** Nodes of a context that lie side by side, in bits. */
  public static final int LINE_BITS = 4;

  private static final int NODES = 1 << LINE_BITS;
  private static final int LEVELS = BitHistory.LEVELS;
  private static final int OPINIONS = 2;
  private static final int CONTEXT_WEIGHT = 4000;

  /** Log odds of the input that is always there. */
  private static final int ONE = 256;

  private final int contexts;
  private final int[] slots;
  private final int[] starts;
  private final int[] lineShifts;
  private final int[] lines;
  private final int[] found;
  private final int[] held;
  private final int[] places;
  private final int[] logOdds;
  private final AgingWeights weights;
  private int situation;

  /**
   * A mixer that has seen nothing.
   *
   * @param slotBits of each context: how many probabilities it has, in bits, at least {@value
   *     #LINE_BITS} and at most 27; one takes four bytes
   * @param opinionWeights of the two opinions at first, in units of 2<sup>-16</sup>
   * @param situations that are told apart
   */
  public QuickMixer(int[] slotBits, int[] opinionWeights, int situations) {
    contexts = slotBits.length;
    starts = new int[contexts];
    lineShifts = new int[contexts];
    int end = 0;
    for (int i = 0; i < contexts; i++) {
      starts[i] = end;
      lineShifts[i] = 32 - slotBits[i] + LINE_BITS;
      end += 1 << slotBits[i];
    }
    slots = new int[end];
    lines = new int[contexts];
    found = new int[contexts];
    held = new int[contexts];
    int inputs = contexts + OPINIONS + 1;
    places = new int[inputs];
    logOdds = new int[inputs];
    for (int i = contexts; i < inputs; i++) {
      places[i] = contexts * LEVELS + i - contexts;
    }
    logOdds[inputs - 1] = ONE;
    int[] row = new int[contexts * LEVELS + OPINIONS + 1];
    Arrays.fill(row, 0, contexts * LEVELS, CONTEXT_WEIGHT);
    System.arraycopy(opinionWeights, 0, row, contexts * LEVELS, OPINIONS);
    weights = new AgingWeights(situations * NODES, row);
  }

  /** Says what the decisions to come are about: 0 to the number of situations, exclusive. */
  public void situation(int number) {
    situation = number * NODES;
  }

  /** Sets a context for the decisions to come. */
  public void line(int context, int hash) {
    int line = hash * 0x85EBCA6B;
    line = (line ^ line >>> 15) * 0xC2B2AE35 >>> lineShifts[context];
    lines[context] = starts[context] + (line << LINE_BITS);
  }

  /**
   * Passes a decision.
   *
   * @param bit to be encoded; of no meaning when decoding
   * @param firstNode tells it apart from others of context 0; below 2<sup>4</sup>
   * @param node tells it apart from others of the other contexts; below 2<sup>4</sup>
   * @param one log odds that the first opinion gives it
   * @param other log odds that the second one gives it
   * @return the bit
   */
  public int pass(BitCoder port, int bit, int firstNode, int node, int one, int other) {
    int place = firstNode;
    for (int i = 0; i < contexts; i++) {
      int slot = lines[i] + place;
      int history = slots[slot];
      found[i] = slot;
      held[i] = history;
      int seen = BitHistory.seen(history);
      places[i] = i * LEVELS + BitHistory.level(seen);
      logOdds[i] = seen == 0 ? 0 : BitHistory.logOdds(history);
      place = node;
    }
    logOdds[contexts] = one;
    logOdds[contexts + 1] = other;
    int sum = weights.sum(situation + node, places, logOdds);
    int passed = port.pass(bit, Logistic.squash(sum));
    weights.learn(passed, places, logOdds);
    for (int i = 0; i < contexts; i++) {
      slots[found[i]] = BitHistory.after(held[i], passed);
    }
    return passed;
  }
}
