package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.Logistic;
import java.util.Arrays;

/**
 * Predicts bits from several contexts at once and learns from each of them, in integers.
 *
 * <p>Every context looks up an adaptive probability. Its log odds, scaled down where it has seen
 * little, are summed by three sets of weights. A row of last weights sums these sums, and a table
 * of what such sums came to mean has the same say as the sum itself.
 */
final class BitPredictor {
  /** Sets of weights. */
  static final int SETS = 3;

  /** Points of a line that corrects a sum of log odds. */
  static final int POINTS = 33;

  private static final int LINE_BITS = 4;
  private static final int COUNT_BITS = 10;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int PROBABILITY_BITS = 32 - COUNT_BITS;
  private static final int FRESH = 1 << 31;
  private static final int LEAST = 64;
  private static final int MOST_COUNT = 255;
  private static final int ONE = 1 << 16;
  private static final int BIAS = 256;
  private static final int RATE = 10;
  private static final int LAST_RATE = 4;
  private static final int RATE_SHIFT = 18;
  private static final int HALF_RATE = 1 << RATE_SHIFT - 1;
  private static final int POINT_SHIFT = 7;
  private static final int POINT_RATE = 6;

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

  /** Adaptive probabilities above counts of what they have seen, of all contexts in turn. */
  final int[] slots;

  /** Rows of weights of each set, in units of 2^-16. */
  final int[][] weights = new int[SETS][];

  /** Rows of last weights. */
  final int[] last;

  /** Lines of corrected probabilities, in units of 2^-22, at log odds of -8, -7.5 ... 8. */
  final int[] lines;

  private final int inputs;
  private final int slotBits;
  private final int[] contexts;
  private final int[] bases;
  private final int[] places;
  private final int[] held;
  private final int[] logOdds;
  private final int[] sums = new int[SETS];
  private int group = -1;

  /**
   * A predictor that has seen nothing.
   *
   * @param inputs number of contexts
   * @param slotBits probabilities of a context, in bits
   * @param rows of each set of weights
   * @param kinds rows of last weights
   * @param lineCount lines of corrections
   */
  BitPredictor(int inputs, int slotBits, int[] rows, int kinds, int lineCount) {
    this.inputs = inputs;
    this.slotBits = slotBits;
    slots = new int[inputs << slotBits];
    Arrays.fill(slots, FRESH);
    contexts = new int[inputs];
    bases = new int[inputs];
    places = new int[inputs];
    held = new int[inputs];
    logOdds = new int[inputs + 1];
    logOdds[inputs] = BIAS;
    for (int set = 0; set < SETS; set++) {
      weights[set] = new int[rows[set] * (inputs + 1)];
      for (int i = 0; i < weights[set].length; i++) {
        weights[set][i] = i % (inputs + 1) == inputs ? 0 : ONE * 3 / 10;
      }
    }
    last = new int[kinds * SETS];
    Arrays.fill(last, ONE / SETS);
    lines = new int[lineCount * POINTS];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = Logistic.squash((i % POINTS - POINTS / 2) << POINT_SHIFT) << 6;
    }
  }

  /** Sets a context of the bits to come. */
  void context(int input, int hash) {
    contexts[input] = hash;
    group = -1;
  }

  /**
   * Passes a bit.
   *
   * @param bit to be encoded; of no meaning when decoding
   * @param node tells it apart from others of the same contexts
   * @param first row of the first set of weights
   * @param second row of the second
   * @param third row of the third
   * @param kind row of the last weights
   * @param line of corrections
   * @return the bit
   */
  int pass(BitCoder port, int bit, int node, int first, int second, int third, int kind, int line) {
    look(node);
    int stride = inputs + 1;
    int row0 = first * stride;
    int row1 = second * stride;
    int row2 = third * stride;
    sum(row0, row1, row2);
    int s0 = sums[0];
    int s1 = sums[1];
    int s2 = sums[2];
    int at = kind * SETS;
    int sum =
        clip((long) last[at] * s0 + (long) last[at + 1] * s1 + (long) last[at + 2] * s2 >> 16);
    int mixed = Logistic.squash(sum);
    int along = Math.max(0, Math.min((POINTS - 1 << POINT_SHIFT) - 1, sum + (16 << POINT_SHIFT)));
    int point = line * POINTS + (along >> POINT_SHIFT);
    int part = along & (1 << POINT_SHIFT) - 1;
    int corrected =
        (int)
            ((long) lines[point] * ((1 << POINT_SHIFT) - part) + (long) lines[point + 1] * part
                >> POINT_SHIFT + 6);
    int passed = port.pass(bit, Math.max(1, Math.min(ONE - 1, mixed + corrected >> 1)));

    int nearest = point + (part >> POINT_SHIFT - 1);
    lines[nearest] += (passed << 22) - lines[nearest] >> POINT_RATE;
    int error = ((passed << 16) - mixed) * LAST_RATE;
    last[at] += s0 * error + HALF_RATE >> RATE_SHIFT;
    last[at + 1] += s1 * error + HALF_RATE >> RATE_SHIFT;
    last[at + 2] += s2 * error + HALF_RATE >> RATE_SHIFT;
    learn(row0, row1, row2, passed);
    learn(passed);
    return passed;
  }

  private void look(int node) {
    if (node >>> LINE_BITS != group) {
      group = node >>> LINE_BITS;
      for (int i = 0; i < inputs; i++) {
        int hash = (contexts[i] + group * 0x9E3779B1) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 15) * 0xC2B2AE35 >>> 32 - slotBits + LINE_BITS;
        bases[i] = i << slotBits | hash << LINE_BITS;
      }
    }
    int place = node & (1 << LINE_BITS) - 1;
    for (int i = 0; i < inputs; i++) {
      int slot = slots[bases[i] | place];
      places[i] = bases[i] | place;
      held[i] = slot;
      logOdds[i] = Logistic.stretch(slot >>> 16) * CONFIDENCE[slot & COUNT_MASK] >> 8;
    }
  }

  /** The sums of the three sets; in one loop, which is most of the time that coding takes. */
  private void sum(int row0, int row1, int row2) {
    int[] w0 = weights[0];
    int[] w1 = weights[1];
    int[] w2 = weights[2];
    long s0 = 0;
    long s1 = 0;
    long s2 = 0;
    for (int i = 0; i < logOdds.length; i++) {
      long x = logOdds[i];
      s0 += w0[row0 + i] * x;
      s1 += w1[row1 + i] * x;
      s2 += w2[row2 + i] * x;
    }
    sums[0] = clip(s0 >> 16);
    sums[1] = clip(s1 >> 16);
    sums[2] = clip(s2 >> 16);
  }

  private void learn(int row0, int row1, int row2, int bit) {
    int[] w0 = weights[0];
    int[] w1 = weights[1];
    int[] w2 = weights[2];
    // within 2^16 * RATE; the product with log odds, which are within their bounds, fits an int
    int e0 = ((bit << 16) - Logistic.squash(sums[0])) * RATE;
    int e1 = ((bit << 16) - Logistic.squash(sums[1])) * RATE;
    int e2 = ((bit << 16) - Logistic.squash(sums[2])) * RATE;
    for (int i = 0; i < logOdds.length; i++) {
      int x = logOdds[i];
      w0[row0 + i] += x * e0 + HALF_RATE >> RATE_SHIFT;
      w1[row1 + i] += x * e1 + HALF_RATE >> RATE_SHIFT;
      w2[row2 + i] += x * e2 + HALF_RATE >> RATE_SHIFT;
    }
  }

  private void learn(int bit) {
    int target = bit << PROBABILITY_BITS;
    for (int i = 0; i < inputs; i++) {
      int count = held[i] & COUNT_MASK;
      int probability = held[i] >>> COUNT_BITS;
      int moved = probability + (int) ((long) (target - probability) * STEPS[count] >> 16);
      moved = Math.max(LEAST, Math.min((1 << PROBABILITY_BITS) - LEAST, moved));
      slots[places[i]] = moved << COUNT_BITS | Math.min(MOST_COUNT, count + 1);
    }
  }

  private static int clip(long sum) {
    return (int) Math.max(-Logistic.BOUND, Math.min(Logistic.BOUND - 1, sum));
  }
}
