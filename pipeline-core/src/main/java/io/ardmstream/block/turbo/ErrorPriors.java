package io.ardmstream.block.turbo;

/**
 * What tokens of errors may be expected before any was seen: two-sided geometric distributions
 * whose mean magnitude is an eighth at level 0 and doubles with every second level.
 */
final class ErrorPriors {
  /** Number of levels. */
  static final int LEVELS = 16;

  /** What the counts of a level add up to, about. */
  private static final long SUM = 3000;

  private static final int[][] COUNTS = new int[LEVELS][];

  static {
    for (int level = 0; level < LEVELS; level++) {
      COUNTS[level] = counts(level);
    }
  }

  private ErrorPriors() {}

  /** First counts of the tokens; a new array. */
  static int[] of(int level) {
    return COUNTS[level].clone();
  }

  private static int[] counts(int level) {
    long mean = (level % 2 == 0 ? 128 : 181) << level / 2 >> 4;
    long[] masses = new long[Tokens.COUNT];
    long mass = 1 << 30;
    long sum = 0;
    for (int folded = 0; folded < Tokens.ESCAPED; folded++) {
      masses[Tokens.of(folded)] += mass;
      sum += mass;
      if (folded % 2 == 0) {
        mass = mass * mean / (mean + 64);
      }
    }
    int[] counts = new int[Tokens.COUNT];
    for (int token = 0; token < counts.length; token++) {
      counts[token] = (int) (1 + masses[token] * SUM / sum);
    }
    return counts;
  }
}
