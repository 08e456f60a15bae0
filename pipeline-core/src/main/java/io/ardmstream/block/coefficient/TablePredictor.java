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

  /** Contexts whose places are fields, so that all of a bit stays in registers. */
  private static final int AT_HAND = 4;

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
  private static final int[] STEPS = new int[COUNT_MASK + 1];

  /** How much it counts, in units of 2^-8. */
  private static final int[] CONFIDENCE = new int[COUNT_MASK + 1];

  static {
    // as long as a count could be, so that the compiler sees that it is within
    for (int n = 0; n <= COUNT_MASK; n++) {
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
  private final int[] further;
  private final int[] held;
  private final int[] logOdds;

  /** How many of the further contexts have a say. */
  private int inUse;

  private int base0;
  private int base1;
  private int base2;
  private int base3;

  /**
   * A predictor that has seen nothing.
   *
   * @param contexts how many there are, at least {@value #AT_HAND}
   * @param slotCount adaptive probabilities in all
   * @param rows of weights
   * @param lineCount lines of corrections, 0 to do without
   */
  TablePredictor(int contexts, int slotCount, int rows, int lineCount) {
    this.contexts = contexts;
    slots = new int[slotCount];
    Arrays.fill(slots, FRESH);
    further = new int[contexts - AT_HAND];
    inUse = further.length;
    held = new int[further.length];
    logOdds = new int[further.length];
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
    further = new int[contexts - AT_HAND];
    inUse = further.length;
    held = new int[further.length];
    logOdds = new int[further.length];
  }

  /** Lets only the first contexts, so many of them, have a say in the bits to come. */
  void use(int first) {
    inUse = first - AT_HAND;
  }

  /** Sets where the first contexts have the probabilities of the bits to come. */
  void contexts(int first, int second, int third, int fourth) {
    base0 = first;
    base1 = second;
    base2 = third;
    base3 = fourth;
  }

  /** Sets where a context beyond the first {@value #AT_HAND} has its probabilities. */
  void context(int input, int base) {
    further[input - AT_HAND] = base;
  }

  /**
   * Passes a bit.
   *
   * @param bit to be encoded; of no meaning when decoding
   * @param node which probability of each context is its
   * @param row of weights
   * @param line of corrections, if there are any
   * @return the bit
   */
  int pass(BitCoder port, int bit, int node, int row, int line) {
    int[] probabilities = slots;
    int[] w = weights;
    int first = row * (contexts + 1);
    int place0 = base0 + node;
    int place1 = base1 + node;
    int place2 = base2 + node;
    int place3 = base3 + node;
    int slot0 = probabilities[place0];
    int slot1 = probabilities[place1];
    int slot2 = probabilities[place2];
    int slot3 = probabilities[place3];
    int odds0 = odds(slot0);
    int odds1 = odds(slot1);
    int odds2 = odds(slot2);
    int odds3 = odds(slot3);
    long near = (long) w[first] * odds0 + (long) w[first + 1] * odds1;
    long far = (long) w[first + 2] * odds2 + (long) w[first + 3] * odds3;
    int sum =
        clip(near + far + sumOfFurther(node, first) + (long) w[first + contexts] * BIAS >> 16);
    int mixed = Logistic.squash(sum);
    int passed = lines.length == 0 ? port.pass(bit, mixed) : corrected(port, bit, line, sum, mixed);

    // the product of an error and log odds, which are within their bounds, fits an int
    int error = ((passed << 16) - mixed) * RATE;
    int target = passed << PROBABILITY_BITS;
    probabilities[place0] = moved(slot0, target);
    probabilities[place1] = moved(slot1, target);
    probabilities[place2] = moved(slot2, target);
    probabilities[place3] = moved(slot3, target);
    w[first] += odds0 * error + HALF_RATE >> RATE_SHIFT;
    w[first + 1] += odds1 * error + HALF_RATE >> RATE_SHIFT;
    w[first + 2] += odds2 * error + HALF_RATE >> RATE_SHIFT;
    w[first + 3] += odds3 * error + HALF_RATE >> RATE_SHIFT;
    w[first + contexts] += BIAS * error + HALF_RATE >> RATE_SHIFT;
    learnFurther(node, first, target, error);
    return passed;
  }

  /** Passes a bit with the probability of a sum, corrected by what such sums came to mean. */
  private int corrected(BitCoder port, int bit, int line, int sum, int mixed) {
    int along = Math.max(0, Math.min(MOST_ALONG, sum + (POINTS / 2 << POINT_SHIFT)));
    int point = line * POINTS + (along >> POINT_SHIFT);
    int part = along & (1 << POINT_SHIFT) - 1;
    long above = (long) lines[point] * ((1 << POINT_SHIFT) - part) + (long) lines[point + 1] * part;
    int learnt = (int) (above >> POINT_SHIFT + 6);
    int passed = port.pass(bit, Math.max(1, Math.min(ONE - 1, mixed + learnt >> 1)));
    int nearest = point + (part >> POINT_SHIFT - 1);
    lines[nearest] += (passed << PROBABILITY_BITS) - lines[nearest] >> POINT_RATE;
    return passed;
  }

  private long sumOfFurther(int node, int first) {
    long sum = 0;
    for (int i = 0; i < inUse; i++) {
      int slot = slots[further[i] + node];
      held[i] = slot;
      logOdds[i] = odds(slot);
      sum += (long) weights[first + AT_HAND + i] * logOdds[i];
    }
    return sum;
  }

  private void learnFurther(int node, int first, int target, int error) {
    for (int i = 0; i < inUse; i++) {
      slots[further[i] + node] = moved(held[i], target);
      weights[first + AT_HAND + i] += logOdds[i] * error + HALF_RATE >> RATE_SHIFT;
    }
  }

  /** Log odds of a slot, scaled down where it has seen little. */
  private static int odds(int slot) {
    return Logistic.stretch(slot >>> 16) * CONFIDENCE[slot & COUNT_MASK] >> 8;
  }

  /** A slot that has seen one bit more. */
  private static int moved(int slot, int target) {
    int count = slot & COUNT_MASK;
    int probability = slot >>> COUNT_BITS;
    int moved = probability + (int) ((long) (target - probability) * STEPS[count] >> 16);
    int within = Math.max(LEAST, Math.min((1 << PROBABILITY_BITS) - LEAST, moved));
    return within << COUNT_BITS | Math.min(MOST_COUNT, count + 1);
  }

  private static int clip(long sum) {
    return (int) Math.max(-Logistic.BOUND, Math.min(Logistic.BOUND - 1, sum));
  }
}
