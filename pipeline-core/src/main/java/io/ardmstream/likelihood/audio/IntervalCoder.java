package io.ardmstream.likelihood.audio;

import io.ardmstream.ardm.Cdf;
import io.ardmstream.likelihood.mixed.ValueBitCoder;
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.mixing.Logistic;

/**
 * Passes ranks as binary decisions about intervals around a prediction, whose sizes grow with the
 * errors to be expected: 32 intervals that a Laplace distribution would make equally likely, found
 * by five decisions; the two outer ones are divided further, step by step. So the number of
 * decisions does not depend on how loud the errors are. What they leave open is passed by the first
 * opinion alone, which knows as much about it as all of them.
 */
final class IntervalCoder {
  /** Bounds on either side of the prediction. */
  private static final int BOUNDS = 16;

  /**
   * Distances of the bounds from the prediction, in 1/256 of the mean error: {@code -256 ln(1 - k /
   * 16)}.
   */
  private static final int[] DISTANCES = {
    0, 17, 34, 53, 74, 96, 120, 147, 177, 212, 251, 298, 355, 429, 532, 709
  };

  private static final int OUTER = 32;
  private static final int OUTER_NODES = 16;
  private static final int MOST_OUTER = 15;

  private final IntervalMixer mixer;
  private final ValueBitCoder port;
  private final Cdf[] opinions;
  private final int[] odds;

  /** Masses below the interval that the rank is known to lie in, and below its end. */
  private final long[] floor;

  private final long[] ceiling;
  private final long[] middle;
  private int from;
  private int to;
  private int rank;

  /**
   * A coder.
   *
   * @param opinions distributions over the ranks, which the caller sets for each
   */
  IntervalCoder(IntervalMixer mixer, ValueBitCoder port, Cdf... opinions) {
    this.mixer = mixer;
    this.port = port;
    this.opinions = opinions.clone();
    odds = new int[opinions.length];
    floor = new long[opinions.length];
    ceiling = new long[opinions.length];
    middle = new long[opinions.length];
  }

  /**
   * Passes a rank.
   *
   * @param ofSample to be encoded; of no meaning when decoding
   * @param ranks that there are
   * @param prediction in 1/256 of a rank
   * @param mean magnitude of the errors around, in 1/256
   * @return the rank
   */
  int pass(int ofSample, int ranks, long prediction, long mean) {
    rank = ofSample;
    from = 0;
    to = ranks;
    for (int i = 0; i < opinions.length; i++) {
      floor[i] = opinions[i].at(from);
      ceiling[i] = opinions[i].at(to);
    }
    int first = 0;
    int last = 2 * BOUNDS;
    int node = 1;
    while (last - first > 1 && to - from > 1) {
      int half = first + last >> 1;
      boolean above = isAbove(bound(prediction, mean, half - BOUNDS), node);
      first = above ? half : first;
      last = above ? last : half;
      node = 2 * node + (above ? 1 : 0);
    }
    if (first == 0) {
      below(prediction, mean);
    } else if (last == 2 * BOUNDS) {
      above(prediction, mean);
    }
    rest();
    return from;
  }

  /** First rank at a bound's distance or above. */
  private static long bound(long prediction, long mean, int number) {
    long distance = mean * DISTANCES[Math.abs(number)] >> 8;
    return rankFrom(number < 0 ? prediction - distance : prediction + distance);
  }

  private static long rankFrom(long prediction) {
    return prediction + 255 >> 8;
  }

  /** Divides the interval below all bounds until the rank lies above a division. */
  private void below(long prediction, long mean) {
    long distance = mean * DISTANCES[BOUNDS - 1] >> 8;
    boolean open = true;
    for (int k = 0; open && k < MOST_OUTER && to - from > 1; k++) {
      distance = farther(distance);
      long bound = rankFrom(prediction - distance);
      open = bound > from && !isAbove(bound, OUTER + k);
    }
  }

  private void above(long prediction, long mean) {
    long distance = mean * DISTANCES[BOUNDS - 1] >> 8;
    boolean open = true;
    for (int k = 0; open && k < MOST_OUTER && to - from > 1; k++) {
      distance = farther(distance);
      long bound = rankFrom(prediction + distance);
      open = bound < to && isAbove(bound, OUTER + OUTER_NODES + k);
    }
  }

  private static long farther(long distance) {
    return Math.max(distance + 256, distance * 3 >> 1);
  }

  /** Passes whether the rank is a bound or above, unless the interval tells. */
  private boolean isAbove(long bound, int node) {
    if (bound <= from) {
      return true;
    }
    if (bound >= to) {
      return false;
    }
    int split = (int) bound;
    for (int i = 0; i < opinions.length; i++) {
      weigh(i, split);
    }
    tellResolution(split);
    boolean above = mixer.pass(port, rank >= split ? 1 : 0, node, odds) == 1;
    System.arraycopy(middle, 0, above ? floor : ceiling, 0, middle.length);
    from = above ? split : from;
    to = above ? to : split;
    return above;
  }

  private void weigh(int opinion, int split) {
    middle[opinion] = opinions[opinion].at(split);
    long one = ceiling[opinion] - middle[opinion] + to - split;
    long other = middle[opinion] - floor[opinion] + split - from;
    odds[opinion] = LogOdds.of(one, other);
  }

  private void tellResolution(int split) {
    port.resolution(31 - Integer.numberOfLeadingZeros(Math.min(split - from, to - split)));
  }

  private void rest() {
    while (to - from > 1) {
      int split = from + to >>> 1;
      weigh(0, split);
      tellResolution(split);
      if (port.pass(rank >= split ? 1 : 0, Logistic.squash(odds[0])) == 1) {
        from = split;
        floor[0] = middle[0];
      } else {
        to = split;
        ceiling[0] = middle[0];
      }
    }
  }
}
