package io.ardmstream.block.turbo;

import java.util.Arrays;

/** Frequencies of tokens in one context. They follow what is counted, in ever longer intervals. */
final class ErrorTable {
  static final int BITS = 12;
  static final int TOTAL = 1 << BITS;

  /** What a token adds to its count. */
  private static final int WEIGHT = 32;

  /** Sum of the counts beyond which they are halved. */
  private static final int MOST = 1 << 16;

  private static final int FIRST_INTERVAL = 16;
  private static final int LAST_INTERVAL = 512;

  /** The highest level whose errors are coded to their last bit. */
  private static final int FINE = 14;

  /** Lower bits of folded errors that are coded as they are. */
  final int shift;

  /** Where the part of each token in the total begins, and the total. */
  final int[] starts = new int[Tokens.COUNT + 1];

  /** The token of each place in the total; only for decoding. */
  final byte[] tokens;

  private final int[] counts;
  private int interval = FIRST_INTERVAL;
  private int left = FIRST_INTERVAL;

  /**
   * Frequencies before anything was counted.
   *
   * @param level of the errors to be expected, of {@link ErrorPriors} but without limit
   */
  ErrorTable(int level, boolean decoding) {
    shift = Math.max(0, level - FINE >> 1);
    counts = ErrorPriors.of(level - 2 * shift);
    tokens = decoding ? new byte[TOTAL] : null;
    starts[Tokens.COUNT] = TOTAL;
    rebuild();
  }

  void count(int token) {
    counts[token] += WEIGHT;
    if (--left == 0) {
      rebuild();
      interval = Math.min(LAST_INTERVAL, 2 * interval);
      left = interval;
    }
  }

  private void rebuild() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    long scale = ((long) (TOTAL - Tokens.COUNT) << 32) / sum;
    long below = 0;
    for (int token = 0; token < Tokens.COUNT; token++) {
      starts[token] = token + (int) (below * scale >>> 32);
      below += counts[token];
    }
    if (tokens != null) {
      for (int token = 0; token < Tokens.COUNT; token++) {
        Arrays.fill(tokens, starts[token], starts[token + 1], (byte) token);
      }
    }
    if (sum > MOST) {
      for (int token = 0; token < Tokens.COUNT; token++) {
        counts[token] = counts[token] + 1 >> 1;
      }
    }
  }
}
