package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.Logistic;
import java.util.Arrays;

/**
 * Predicts bits from several contexts at once and learns from each of them, in integers, in little
 * time.
 *
 * <p>Every context gives the place of an adaptive probability. Its log odds, scaled down where it
 * has seen little, are summed by one row of weights; a line of what such sums came to mean has the
 * same say as the sum itself.
 */
final class TablePredictor {
  /** Points of a line that corrects a sum of log odds. */
  static final int POINTS = 33;

  private static final int LIGHT = Effort.LIGHT.contexts;
  private static final int COUNT_BITS = 10;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int PROBABILITY_BITS = 32 - COUNT_BITS;
  private static final int FRESH = 1 << 31;
  private static final int LEAST = 64;
  private static final int MOST_COUNT = 255;
  private static final int ONE = 1 << 16;
  private static final int BIAS = 256;
  private static final int RATE = 10;
  private static final int RATE_SHIFT = 18;
  private static final int HALF_RATE = 1 << RATE_SHIFT - 1;
  private static final int POINT_SHIFT = 7;
  private static final int POINT_RATE = 6;
  private static final int MOST_ALONG = (POINTS - 1 << POINT_SHIFT) - 1;

  /** How far a probability that has seen n bits moves, about 1 / (n + 1.5) in units of 2^-16. */
  private static final int[] STEPS = new int[MOST_COUNT + 1];

  /** How much it counts, in units of 2^-8. */
  private static final int[] CONFIDENCE = new int[MOST_COUNT + 1];

  static {
    for (int n = 0; n <= MOST_COUNT; n++) {
      STEPS[n] = (1 << 17) / (2 * n + 3);
      CONFIDENCE[n] = 512 * n / (2 * n + 3);
    }
  }

  /** Adaptive probabilities above counts of what they have seen. */
  final int[] slots;

  /** Rows of weights in units of 2^-16, the last of each for a constant. */
  final int[] weights;

  /** Lines of corrected probabilities, in units of 2^-22, at log odds of -8, -7.5 ... 8. */
  final int[] lines;

  private final int contexts;
  private final int[] bases;
  private final int[] held;
  private final int[] logOdds;

  /**
   * A predictor that has seen nothing.
   *
   * @param contexts how many there are
   * @param slotCount adaptive probabilities in all
   * @param rows of weights
   * @param lineCount lines of corrections
   */
  TablePredictor(int contexts, int slotCount, int rows, int lineCount) {
    this.contexts = contexts;
    slots = new int[slotCount];
    Arrays.fill(slots, FRESH);
    bases = new int[contexts];
    held = new int[contexts];
    logOdds = new int[contexts];
    weights = new int[rows * (contexts + 1)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i % (contexts + 1) == contexts ? 0 : ONE * 3 / 10;
    }
    lines = new int[lineCount * POINTS];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = Logistic.squash((i % POINTS - POINTS / 2) << POINT_SHIFT) << 6;
    }
  }

  /** A predictor that goes on from what another one knows. */
  TablePredictor(TablePredictor from) {
    contexts = from.contexts;
    slots = from.slots.clone();
    weights = from.weights.clone();
    lines = from.lines.clone();
    bases = new int[contexts];
    held = new int[contexts];
    logOdds = new int[contexts];
  }

  int contexts() {
    return contexts;
  }

  /** Sets where a context has the probabilities of the bits to come. */
  void context(int input, int base) {
    bases[input] = base;
  }

  /**
   * Passes a bit.
   *
   * @param bit to be encoded; of no meaning when decoding
   * @param node which probability of each context is its
   * @param row of weights
   * @param line of corrections
   * @return the bit
   */
  int pass(BitCoder port, int bit, int node, int row, int line) {
    int first = row * (contexts + 1);
    int sum = sum(node, first);
    int mixed = Logistic.squash(sum);
    int along = Math.max(0, Math.min(MOST_ALONG, sum + (POINTS / 2 << POINT_SHIFT)));
    int point = line * POINTS + (along >> POINT_SHIFT);
    int part = along & (1 << POINT_SHIFT) - 1;
    long above = (long) lines[point] * ((1 << POINT_SHIFT) - part) + (long) lines[point + 1] * part;
    int corrected = (int) (above >> POINT_SHIFT + 6);
    int passed = port.pass(bit, Math.max(1, Math.min(ONE - 1, mixed + corrected >> 1)));
    int nearest = point + (part >> POINT_SHIFT - 1);
    lines[nearest] += (passed << PROBABILITY_BITS) - lines[nearest] >> POINT_RATE;
    learn(node, first, passed, ((passed << 16) - mixed) * RATE);
    return passed;
  }

  private int sum(int node, int first) {
    long sum = (long) weights[first + contexts] * BIAS;
    // a loop of constant length is unrolled, which saves a third of the time
    for (int i = 0; i < LIGHT; i++) {
      sum += (long) weights[first + i] * look(i, node);
    }
    for (int i = LIGHT; i < contexts; i++) {
      sum += (long) weights[first + i] * look(i, node);
    }
    return (int) Math.max(-Logistic.BOUND, Math.min(Logistic.BOUND - 1, sum >> 16));
  }

  /** Log odds that a context gives. */
  private int look(int context, int node) {
    int slot = slots[bases[context] + node];
    int odds = Logistic.stretch(slot >>> 16) * CONFIDENCE[slot & COUNT_MASK] >> 8;
    held[context] = slot;
    logOdds[context] = odds;
    return odds;
  }

  private void learn(int node, int first, int bit, int error) {
    for (int i = 0; i < LIGHT; i++) {
      learn(i, node, first + i, bit, error);
    }
    for (int i = LIGHT; i < contexts; i++) {
      learn(i, node, first + i, bit, error);
    }
    weights[first + contexts] += BIAS * error + HALF_RATE >> RATE_SHIFT;
  }

  /** The product of an error and log odds, which are within their bounds, fits an int. */
  private void learn(int context, int node, int weight, int bit, int error) {
    int count = held[context] & COUNT_MASK;
    int probability = held[context] >>> COUNT_BITS;
    int target = bit << PROBABILITY_BITS;
    int moved = probability + (int) ((long) (target - probability) * STEPS[count] >> 16);
    moved = Math.max(LEAST, Math.min((1 << PROBABILITY_BITS) - LEAST, moved));
    slots[bases[context] + node] = moved << COUNT_BITS | Math.min(MOST_COUNT, count + 1);
    weights[weight] += logOdds[context] * error + HALF_RATE >> RATE_SHIFT;
  }
}
