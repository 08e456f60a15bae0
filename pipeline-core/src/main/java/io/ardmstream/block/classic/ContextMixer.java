package io.ardmstream.block.classic;

import java.util.Arrays;

/**
 * Predicts bits from several contexts at once. Every context looks up an adaptive probability;
 * their log odds are weighted and summed by two sets of weights, whose outcomes are averaged; then
 * the probabilities and the weights learn from the bit. All in integers.
 */
final class ContextMixer {
  /** How many nodes lie side by side in a table, in bits, for numbers. */
  static final int NUMBER_LINE = 4;

  private static final int LEAST_SLOT_BITS = 10;
  private static final int MOST_SLOT_BITS = 20;
  private static final int COUNT_BITS = 10;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int FRESH = 1 << 31 - COUNT_BITS << COUNT_BITS;
  private static final int WEIGHT_SHIFT = 16;
  private static final int RATE = 6;
  private static final int RATE_SHIFT = 18;

  /** How many bits a probability remembers at most. */
  private static final int MEMORY = 250;

  /** Steps of a probability that has seen n bits, about 1 / (n + 1.5) in units of 2^-16. */
  private static final int[] STEPS = steps();

  private final int inputs;
  private final int lineBits;
  private final int lineShift;
  private final int[][] slots;
  private final int[] contexts;
  private final int[] found;
  private final int[] logOdds;
  private final int[][] weights = new int[2][];
  private final int[] selected = new int[2];

  /**
   * A mixer of numbers that has seen nothing.
   *
   * @param inputs number of contexts
   * @param expected samples to come; a context has four probabilities for each, 2^10 to 2^20 in all
   * @param selectors how many weights of the first and of the second set
   */
  ContextMixer(int inputs, long expected, int[] selectors) {
    this(inputs, expected, selectors, NUMBER_LINE, (1 << WEIGHT_SHIFT) * 5 / 16);
  }

  /**
   * A mixer that has seen nothing.
   *
   * @param lineBits how many nodes of a context lie side by side, in bits
   * @param weight of every input at first, in units of 2^-16
   */
  ContextMixer(int inputs, long expected, int[] selectors, int lineBits, int weight) {
    this.inputs = inputs;
    this.lineBits = lineBits;
    int slotBits = slotBits(expected);
    this.lineShift = 32 - slotBits + lineBits;
    this.slots = new int[inputs][1 << slotBits];
    for (int[] table : slots) {
      Arrays.fill(table, FRESH);
    }
    this.contexts = new int[inputs];
    this.found = new int[inputs];
    this.logOdds = new int[inputs];
    for (int set = 0; set < 2; set++) {
      weights[set] = new int[selectors[set] * inputs];
      Arrays.fill(weights[set], weight);
    }
  }

  private static int[] steps() {
    int[] steps = new int[MEMORY + 1];
    for (int n = 0; n <= MEMORY; n++) {
      steps[n] = (1 << 17) / (2 * n + 3);
    }
    return steps;
  }

  private static int slotBits(long expected) {
    int log = 64 - Long.numberOfLeadingZeros(expected);
    return Math.max(LEAST_SLOT_BITS, Math.min(MOST_SLOT_BITS, log + 2));
  }

  /** Sets a context for the bits to come. */
  void context(int input, int hash) {
    contexts[input] = hash;
  }

  /** Passes a bit that is told apart from others of the same contexts by {@code node}. */
  int pass(BitPort port, int bit, int node, int firstSelector, int secondSelector) {
    int salt = (node >>> lineBits) * 0x9E3779B1;
    int place = node & (1 << lineBits) - 1;
    for (int i = 0; i < inputs; i++) {
      int line = (contexts[i] + salt) * 0x85EBCA6B;
      line = (line ^ line >>> 15) * 0xC2B2AE35 >>> lineShift;
      int slot = line << lineBits | place;
      found[i] = slot;
      logOdds[i] = Logistic.stretch(slots[i][slot] >>> 16);
    }
    selected[0] = firstSelector * inputs;
    selected[1] = secondSelector * inputs;
    int first = sum(0);
    int second = sum(1);
    int probability = Logistic.squash(first + second >> 1);
    int passed = port.pass(bit, probability);
    learn(0, first, passed);
    learn(1, second, passed);
    adapt(passed);
    return passed;
  }

  private int sum(int set) {
    int[] row = weights[set];
    int at = selected[set];
    long sum = 0;
    for (int i = 0; i < inputs; i++) {
      sum += (long) row[at + i] * logOdds[i];
    }
    return (int) Math.max(-Logistic.BOUND, Math.min(Logistic.BOUND - 1, sum >> WEIGHT_SHIFT));
  }

  private void learn(int set, int sum, int bit) {
    int error = ((bit << 16) - Logistic.squash(sum)) * RATE;
    int[] row = weights[set];
    int at = selected[set];
    for (int i = 0; i < inputs; i++) {
      row[at + i] += (int) ((long) logOdds[i] * error + (1 << RATE_SHIFT - 1) >> RATE_SHIFT);
    }
  }

  private void adapt(int bit) {
    for (int i = 0; i < inputs; i++) {
      int[] table = slots[i];
      int held = table[found[i]];
      int count = held & COUNT_MASK;
      int probability = held >>> COUNT_BITS;
      int target = bit << 32 - COUNT_BITS;
      int change = (int) ((long) (target - probability) * STEPS[count] >> 16);
      int moved = Math.max(64, Math.min((1 << 32 - COUNT_BITS) - 64, probability + change));
      table[found[i]] = moved << COUNT_BITS | Math.min(MEMORY, count + 1);
    }
  }
}
