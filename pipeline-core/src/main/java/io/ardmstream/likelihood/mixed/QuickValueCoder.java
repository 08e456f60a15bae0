package io.ardmstream.likelihood.mixed;

import static io.ardmstream.mixing.Hash.mix;

import io.ardmstream.ardm.Cdf;
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.mixing.QuickMixer;

/**
 * Passes values by the decisions of {@link ValueCoder}, with two opinions and at less expense: all
 * mass that lies outside of the interval counts for its ends. The first context of the mixer is
 * about single values: what it learns of one does not depend on which value was expected.
 */
public final class QuickValueCoder {
  private static final long TOTAL = 1L << 46;

  private static final int IS_CENTRE = 0;
  private static final int IS_BELOW = 1;
  private static final int IS_LONGER = 2;
  private static final int MOST_LENGTH = 5;
  private static final int FIRST_LOWER = 8;
  private static final int MOST_LOWER = 3;
  private static final int LATER_LOWER = 12;

  /** Values whose nodes lie in one line of the first context, in bits. */
  private static final int LINE_BITS = QuickMixer.LINE_BITS - 1;

  /** Nodes of the decision whether a value is passed by, beside those whether it is the centre. */
  private static final int PASSED_BY = 1 << LINE_BITS;

  private static final int LINE_SALT = 9;

  private final QuickMixer mixer;
  private final ValueBitCoder port;
  private final Cdf second;
  private Cdf first;
  private int from;
  private int to;
  private int centre;
  private boolean below;

  /** Mass of the distances beyond the current interval's first one, and of those beyond its end. */
  private long firstNear;

  private long secondNear;
  private long firstFar;
  private long secondFar;

  /**
   * A coder.
   *
   * @param second opinion, which the caller sets for each value; its total is at most
   *     2<sup>46</sup>
   */
  public QuickValueCoder(QuickMixer mixer, ValueBitCoder port, Cdf second) {
    this.mixer = mixer;
    this.port = port;
    this.second = second;
  }

  /**
   * Passes a value.
   *
   * @param value to be encoded; of no meaning when decoding
   * @param expected the value to begin with, which lies in the interval
   * @param start first value possible
   * @param end of the interval, exclusive
   * @param opinion the first one
   * @param context that the first context of the mixer goes with
   * @return the value
   */
  public int pass(int value, int expected, int start, int end, Cdf opinion, int context) {
    if (end - start == 1) {
      return start;
    }
    first = opinion;
    from = start;
    to = end;
    centre = expected;
    long firstBelow = first(centre);
    long firstAbove = TOTAL - first(centre + 1);
    long secondBelow = second(centre);
    long secondAbove = TOTAL - second(centre + 1);
    port.resolution(0);
    about(context, centre);
    int isCentre =
        decide(
            value == centre ? 1 : 0,
            centre & PASSED_BY - 1,
            IS_CENTRE,
            TOTAL - firstBelow - firstAbove,
            firstBelow + firstAbove,
            TOTAL - secondBelow - secondAbove,
            secondBelow + secondAbove);
    if (isCentre == 1) {
      return centre;
    }
    int whole = mix(context, centre, 0);
    mixer.firstContext(whole);
    if (centre == from || centre == to - 1) {
      below = centre != from;
    } else {
      int side = value < centre ? 1 : 0;
      below =
          1 == decide(side, IS_BELOW, IS_BELOW, firstBelow, firstAbove, secondBelow, secondAbove);
    }
    firstNear = below ? firstBelow : firstAbove;
    secondNear = below ? secondBelow : secondAbove;
    firstFar = 0;
    secondFar = 0;
    int distance = distance(Math.abs(value - centre), context, whole);
    return below ? centre - distance : centre + distance;
  }

  private void about(int context, int value) {
    mixer.firstContext(mix(context, value >> LINE_BITS, LINE_SALT));
  }

  /** Passes the distance from the centre, from 1 on. */
  private int distance(int distance, int context, int whole) {
    int most = below ? centre - from : to - 1 - centre;
    int wanted = 31 - Integer.numberOfLeadingZeros(distance | 1);
    int length = 0;
    while (2L << length <= most) {
      long firstBeyond = firstBeyond((2 << length) - 1);
      long secondBeyond = secondBeyond((2 << length) - 1);
      int node = IS_LONGER + Math.min(length, MOST_LENGTH);
      int firstNode = node;
      if (length == 0) {
        int next = below ? centre - 1 : centre + 1;
        about(context, next);
        firstNode = next & PASSED_BY - 1 | PASSED_BY;
      }
      port.resolution(length);
      int longer = wanted > length ? 1 : 0;
      longer = divide(longer, firstNode, node, firstBeyond, secondBeyond);
      if (length == 0) {
        mixer.firstContext(whole);
      }
      if (longer == 0) {
        break;
      }
      length++;
    }
    return lowerBits(distance, length, most);
  }

  private int lowerBits(int distance, int length, int most) {
    int known = 1;
    for (int shift = length - 1; shift >= 0; shift--) {
      int split = (known << 1 | 1) << shift;
      int bit = 0;
      if (split <= most) {
        long firstBeyond = firstBeyond(split - 1);
        long secondBeyond = secondBeyond(split - 1);
        int done = length - 1 - shift;
        boolean top = done == 0;
        int node =
            top
                ? FIRST_LOWER + Math.min(length, MOST_LOWER)
                : LATER_LOWER + Math.min(done, MOST_LOWER);
        port.resolution(shift);
        bit = divide(distance >> shift & 1, node, node, firstBeyond, secondBeyond);
      }
      known = known << 1 | bit;
    }
    return known;
  }

  /** Passes whether the distance is one of those beyond, and narrows the interval accordingly. */
  private int divide(int bit, int firstNode, int node, long firstBeyond, long secondBeyond) {
    int passed =
        decide(
            bit,
            firstNode,
            node,
            firstBeyond - firstFar,
            firstNear - firstBeyond,
            secondBeyond - secondFar,
            secondNear - secondBeyond);
    if (passed == 1) {
      firstNear = firstBeyond;
      secondNear = secondBeyond;
    } else {
      firstFar = firstBeyond;
      secondFar = secondBeyond;
    }
    return passed;
  }

  private int decide(
      int bit,
      int firstNode,
      int node,
      long firstOne,
      long firstZero,
      long secondOne,
      long secondZero) {
    int odds = LogOdds.of(firstOne + 1, firstZero + 1);
    int secondOdds = LogOdds.of(secondOne + 1, secondZero + 1);
    return mixer.pass(port, bit, firstNode, node, odds, secondOdds);
  }

  /** Mass of all distances on this side that are greater. */
  private long firstBeyond(int distance) {
    return below ? first(centre - distance) : TOTAL - first(centre + distance + 1);
  }

  private long secondBeyond(int distance) {
    return below ? second(centre - distance) : TOTAL - second(centre + distance + 1);
  }

  private long first(int value) {
    return value <= from ? 0 : value >= to ? TOTAL : first.at(value);
  }

  private long second(int value) {
    return value <= from ? 0 : value >= to ? TOTAL : second.at(value);
  }
}
