package io.ardmstream.mixing;

import java.util.Arrays;

/**
 * What a context remembers of a bit, in one number: the probability of a 1 in 22 bits, then how
 * many bits were seen in 10. It is zero where nothing was seen, as new memory is.
 */
final class BitHistory {
  private static final int COUNT_BITS = 10;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int PROBABILITY_BITS = 32 - COUNT_BITS;

  /** One half, which is what zero stands for. */
  private static final int FRESH = 1 << 31;

  /** Probabilities keep away from 0 and 1 by this. */
  private static final int MARGIN = 64;

  /** How many bits are remembered at most. */
  static final int MEMORY = 250;

  /** How well contexts are known, by the number of bits they have seen. */
  static final int LEVELS = 8;

  private static final int[] FIRST_OF_LEVEL = {0, 1, 2, 3, 5, 9, 20, 60};
  private static final byte[] LEVEL_OF_SEEN = levels();

  /** Steps of a probability that has seen n bits, about 1 / (n + 1.5) in units of 2^-16. */
  private static final int[] STEPS = steps();

  private BitHistory() {}

  private static byte[] levels() {
    byte[] levels = new byte[MEMORY + 1];
    for (int level = 0; level < LEVELS; level++) {
      Arrays.fill(levels, FIRST_OF_LEVEL[level], levels.length, (byte) level);
    }
    return levels;
  }

  private static int[] steps() {
    int[] steps = new int[MEMORY + 1];
    for (int n = 0; n <= MEMORY; n++) {
      steps[n] = (1 << 17) / (2 * n + 3);
    }
    return steps;
  }

  /** Log odds of a 1; 0 where nothing was seen, nearly. */
  static int logOdds(int history) {
    return Logistic.stretch((history ^ FRESH) >>> 16);
  }

  /** How many bits were seen, 0 to {@value #MEMORY}. */
  static int seen(int history) {
    return history & COUNT_MASK;
  }

  /** How well a context is known that has seen so many bits, below {@value #LEVELS}. */
  static int level(int seen) {
    return LEVEL_OF_SEEN[seen];
  }

  /** The history with one more bit, which moves the probability by 1 / (n + 1.5). */
  static int after(int history, int bit) {
    int count = history & COUNT_MASK;
    int probability = (history ^ FRESH) >>> COUNT_BITS;
    int target = bit << PROBABILITY_BITS;
    int change = (int) ((long) (target - probability) * STEPS[count] >> 16);
    int most = (1 << PROBABILITY_BITS) - MARGIN;
    int moved = Math.max(MARGIN, Math.min(most, probability + change));
    return (moved << COUNT_BITS | Math.min(MEMORY, count + 1)) ^ FRESH;
  }
}
