package io.ardmstream.likelihood.mixed;

import io.ardmstream.ardm.Cdf;
import io.ardmstream.mixing.DecisionModel;
import io.ardmstream.mixing.LogOdds;

/**
 * Passes values as binary decisions: is it the centre, is it below, the length of its distance in
 * unary, then the distance's lower bits from the top. Each decision divides an interval of values
 * in two, so every opinion has a probability for it. What the interval leaves no choice about is
 * not passed.
 */
public final class ValueCoder {
  private static final int ZERO = 0;
  private static final int BELOW = 1;
  private static final int LENGTH = 2;
  private static final int LOWER = 64;
  private static final int DEEP = 1 << 14;

  /** Lower bits that are told apart by all bits above them. */
  private static final int TOLD_APART = 8;

  private final DecisionModel mixer;
  private final ValueBitCoder port;
  private final Cdf[] opinions;
  private final int[] odds;
  private final long[] floor;
  private final long[] ceiling;
  private final long[] centreFloor;
  private final long[] centreCeiling;

  /** Masses of the distances beyond: the current interval's first one, its last, and a middle. */
  private final long[] near;

  private final long[] far;
  private final long[] middle;

  private int centre;
  private boolean below;

  /**
   * A coder.
   *
   * @param opinions distributions over the values, which the caller sets for each; each total is at
   *     most 2<sup>46</sup>
   */
  public ValueCoder(DecisionModel mixer, ValueBitCoder port, Cdf... opinions) {
    this.mixer = mixer;
    this.port = port;
    this.opinions = opinions.clone();
    int count = opinions.length;
    odds = new int[count];
    floor = new long[count];
    ceiling = new long[count];
    centreFloor = new long[count];
    centreCeiling = new long[count];
    near = new long[count];
    far = new long[count];
    middle = new long[count];
  }

  /**
   * Passes a value.
   *
   * @param value to be encoded; of no meaning when decoding
   * @param expected the value to begin with, which lies in the interval
   * @param from first value possible
   * @param to end of the interval, exclusive
   * @return the value
   */
  public int pass(int value, int expected, int from, int to) {
    if (to - from == 1) {
      return from;
    }
    centre = expected;
    open(from, to);
    port.resolution(0);
    if (mixer.pass(port, value == centre ? 1 : 0, ZERO, 0, odds) == 1) {
      return centre;
    }
    int down = centre - from;
    int up = to - centre - 1;
    below = up == 0 || down > 0 && side(value < centre ? 1 : 0, down, up) == 1;
    int distance = distance(Math.abs(value - centre), below ? down : up);
    return below ? centre - distance : centre + distance;
  }

  private void open(int from, int to) {
    for (int i = 0; i < opinions.length; i++) {
      floor[i] = opinions[i].at(from);
      ceiling[i] = opinions[i].at(to);
      centreFloor[i] = opinions[i].at(centre);
      centreCeiling[i] = opinions[i].at(centre + 1);
      long one = centreCeiling[i] - centreFloor[i];
      long other = ceiling[i] - floor[i] - one;
      odds[i] = LogOdds.of(one + 1, other + to - from - 1);
    }
  }

  private int side(int bit, int down, int up) {
    for (int i = 0; i < opinions.length; i++) {
      long one = centreFloor[i] - floor[i];
      long other = ceiling[i] - centreCeiling[i];
      odds[i] = LogOdds.of(one + down, other + up);
    }
    return mixer.pass(port, bit, BELOW, 1, odds);
  }

  /** Passes the distance from the centre, 1 to {@code most}. */
  private int distance(int distance, int most) {
    int wanted = 31 - Integer.numberOfLeadingZeros(distance | 1);
    for (int i = 0; i < opinions.length; i++) {
      near[i] = below ? centreFloor[i] - floor[i] : ceiling[i] - centreCeiling[i];
      far[i] = 0;
    }
    int length = 0;
    while (2L << length <= most) {
      int split = 2 << length;
      weigh(1 << length, split, most + 1);
      port.resolution(length);
      int kind = 2 + Math.min(length, 14);
      if (mixer.pass(port, wanted > length ? 1 : 0, LENGTH + length, kind, odds) == 0) {
        System.arraycopy(middle, 0, far, 0, far.length);
        break;
      }
      System.arraycopy(middle, 0, near, 0, near.length);
      length++;
    }
    return lowerBits(distance, length, most);
  }

  private int lowerBits(int distance, int length, int most) {
    int known = 1;
    for (int shift = length - 1; shift >= 0; shift--) {
      int from = known << shift + 1;
      int split = from + (1 << shift);
      int bit = 0;
      if (split <= most) {
        weigh(from, split, Math.min(from + (2 << shift), most + 1));
        port.resolution(shift);
        int done = length - 1 - shift;
        int node =
            done < TOLD_APART
                ? LOWER + (length << TOLD_APART) + known
                : DEEP + (length << 5) + done;
        bit = mixer.pass(port, distance >> shift & 1, node, 17 + Math.min(done, 7), odds);
        System.arraycopy(middle, 0, bit == 1 ? near : far, 0, middle.length);
      }
      known = known << 1 | bit;
    }
    return known;
  }

  /**
   * Log odds of the distances from {@code split} on in the interval from {@code from} to {@code
   * to}.
   */
  private void weigh(int from, int split, int to) {
    for (int i = 0; i < opinions.length; i++) {
      middle[i] = beyond(i, split - 1);
      odds[i] = LogOdds.of(middle[i] - far[i] + to - split, near[i] - middle[i] + split - from);
    }
  }

  /** Mass of all distances on this side that are greater. */
  private long beyond(int opinion, int distance) {
    return below
        ? opinions[opinion].at(centre - distance) - floor[opinion]
        : ceiling[opinion] - opinions[opinion].at(centre + distance + 1);
  }
}
