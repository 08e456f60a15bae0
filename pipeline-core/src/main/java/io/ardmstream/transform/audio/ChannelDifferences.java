package io.ardmstream.transform.audio;

/**
 * Channels in pairs, the second of each as its difference to the first, which wraps around in the
 * depth of the samples. Where both are nearly the same, what tells them apart is far below a sample
 * of 16 bits, and a predictor on that scale does not see it.
 */
final class ChannelDifferences {
  private static final int COMMON_BITS = 16;

  /** Differences of so many samples of 16 bits may still be better told than predicted. */
  private static final int FINE = 8;

  private ChannelDifferences() {}

  /** The pairs of planes that are centred on 0, which stay as they are. */
  static int[][] of(int[][] planes, int bitDepth) {
    int[][] pairs = planes.clone();
    for (int c = 1; c < planes.length; c += 2) {
      pairs[c] = added(planes[c], planes[c - 1], -1, bitDepth);
    }
    return pairs;
  }

  /** Puts the second channels of pairs back. */
  static void undo(int[][] pairs, int bitDepth) {
    for (int c = 1; c < pairs.length; c += 2) {
      pairs[c] = added(pairs[c], pairs[c - 1], 1, bitDepth);
    }
  }

  private static int[] added(int[] plane, int[] other, int sign, int bitDepth) {
    int spare = Integer.SIZE - bitDepth;
    int[] sums = new int[plane.length];
    for (int t = 0; t < sums.length; t++) {
      sums[t] = plane[t] + sign * other[t] << spare >> spare;
    }
    return sums;
  }

  /**
   * Whether the channels of every pair differ, but by a few samples of 16 bits where samples have
   * more.
   */
  static boolean areFine(int[][] planes, int bitDepth) {
    boolean fine = bitDepth > COMMON_BITS && planes.length % 2 == 0;
    long differences = 0;
    for (int c = 1; fine && c < planes.length; c += 2) {
      long sum = 0;
      for (int t = 0; t < planes[c].length; t++) {
        sum += Math.abs((long) planes[c][t] - planes[c - 1][t]);
      }
      fine = sum >> bitDepth - COMMON_BITS < (long) FINE * planes[c].length;
      differences += sum;
    }
    return fine && differences > 0;
  }
}
