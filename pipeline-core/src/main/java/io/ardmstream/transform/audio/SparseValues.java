package io.ardmstream.transform.audio;

import java.util.Arrays;

/**
 * Decides whether the values that occur in a channel leave so many gaps that listing them may pay.
 */
final class SparseValues {
  private static final int[] NONE = {};

  /** Wider ranges than this are not looked at. */
  private static final int WIDEST = 1 << 22;

  /** Values on each side of a sample within which the gaps count. */
  private static final int REACH = 16;

  private static final double[] LOG_2 = logarithms();

  private SparseValues() {}

  /** The values that occur, in rising order, or nothing if listing them cannot pay. */
  static int[] find(int[] channel, int first, int last) {
    if ((long) last - first >= WIDEST) {
      return NONE;
    }
    int[] upTo = countsUpTo(channel, first, last);
    int[] values = listed(upTo, first);
    double price = GapBits.length(values, GapBits.bestShift(values));
    return saving(channel, first, upTo) > 1.2 * price + 0.02 * channel.length + 64 ? values : NONE;
  }

  /**
   * For each value of the range, how many values below it occur; one more entry at the end for all.
   */
  private static int[] countsUpTo(int[] channel, int first, int last) {
    int[] counts = new int[last - first + 2];
    for (int value : channel) {
      counts[value - first + 1] = 1;
    }
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
    return counts;
  }

  private static int[] listed(int[] upTo, int first) {
    int[] values = new int[upTo[upTo.length - 1]];
    for (int i = 0; i + 1 < upTo.length; i++) {
      if (upTo[i + 1] > upTo[i]) {
        values[upTo[i]] = first + i;
      }
    }
    return values;
  }

  /**
   * Bits that knowing the gaps around each sample is worth, if residuals are wider than the gaps.
   */
  private static double saving(int[] channel, int first, int[] upTo) {
    double bits = 0;
    for (int value : channel) {
      int from = Math.max(0, value - first - REACH);
      int to = Math.min(upTo.length - 1, value - first + REACH + 1);
      bits += LOG_2[to - from] - LOG_2[upTo[to] - upTo[from]];
    }
    return bits;
  }

  private static double[] logarithms() {
    double[] table = new double[2 * REACH + 2];
    Arrays.setAll(table, i -> StrictMath.log(Math.max(1, i)) / StrictMath.log(2));
    return table;
  }
}
