package io.ardmstream.block.turbo;

/**
 * A sum over the last {@value #OWN} numbers of a series and {@value #ACROSS} of another, whose
 * weights move by one step for each error, up where error and number have the same sign, else down.
 */
final class SignTaps {
  /** Numbers of the series itself. */
  static final int OWN = 16;

  /** Numbers of the other series. */
  static final int ACROSS = 8;

  private static final int WEIGHT_BITS = 10;

  private final int[] own = new int[OWN];
  private final int[] across = new int[ACROSS];

  /**
   * What comes next in the first series.
   *
   * @param from index of the oldest of its numbers
   * @param otherFrom the same of the other series
   */
  int predict(int[] series, int from, int[] other, int otherFrom) {
    int sum = 1 << WEIGHT_BITS - 1;
    for (int i = 0; i < OWN; i++) {
      sum += own[i] * series[from + i];
    }
    for (int i = 0; i < ACROSS; i++) {
      sum += across[i] * other[otherFrom + i];
    }
    return sum >> WEIGHT_BITS;
  }

  /**
   * Learns from the numbers of the prediction.
   *
   * @param error what it missed; nothing is learnt from 0
   */
  void learn(int[] series, int from, int[] other, int otherFrom, int error) {
    int live = (error | -error) >> 31;
    for (int i = 0; i < OWN; i++) {
      own[i] += ((series[from + i] ^ error) >> 31 | 1) & live;
    }
    for (int i = 0; i < ACROSS; i++) {
      across[i] += ((other[otherFrom + i] ^ error) >> 31 | 1) & live;
    }
  }
}
