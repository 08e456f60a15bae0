package io.ardmstream.ardm;

import io.ardmstream.coder.CdfInterval;

/**
 * Turns a distribution over values into the coder's CDF intervals of their digits: the paper's data
 * parametrisation. Given the digits already known, the probability of the next digit is the mass of
 * the values that share all of them, divided by that of the values that share those known.
 *
 * <p>CDF intervals, exactly (a published format, with C the {@link Cdf}): let the value be known to
 * lie in the values from ≤ v &lt; to, and let the next digit cut these into n children of w values
 * each, the last one possibly shorter, with bounds b(i) = min(from + i · w, to). The CDF interval
 * of digit i begins at
 *
 * <pre>
 * S(i) = i + ⌊(C(b(i)) − C(from)) · (65536 − n) / (C(to) − C(from))⌋
 * </pre>
 *
 * and ends before S(i + 1); hence every frequency is at least 1 and they add up to 65536. If there
 * is no mass between from and to, b(i) takes the place of C(b(i)): all values are equally likely.
 *
 * <p>Use: {@link #open} an interval, then {@link #encode} or {@link #decode} one digit; the
 * interval becomes that of the digit, ready for the next digit under the same distribution. The
 * bounds' masses are kept, not evaluated again. One object per thread, for any number of values;
 * nothing is allocated.
 */
public final class DigitCoding {
  private Cdf values;
  private int from;
  private int to;
  private long below;
  private long mass;
  private int digit;

  /**
   * Begins with a value of which some leading digits are known, or none.
   *
   * @param distribution over all values
   * @param first first value of the interval
   * @param end end of the interval, exclusive, greater than {@code first}
   */
  public void open(Cdf distribution, int first, int end) {
    values = distribution;
    from = first;
    to = end;
    below = first == 0 ? 0 : distribution.at(first);
    mass = distribution.at(end) - below;
  }

  /**
   * Codes a digit and narrows the interval to it.
   *
   * @param width values of a digit, as {@link UpscalingStage#width}; the interval may hold at most
   *     65536 digits
   * @param nextDigit the digit, 0 to the number of digits the interval holds less one
   * @return its {@link CdfInterval}
   */
  public int encode(int width, int nextDigit) {
    int digits = digits(width);
    long lower = nextDigit == 0 ? 0 : massBelow(from + nextDigit * width);
    long upper = nextDigit == digits - 1 ? whole() : massBelow(from + (nextDigit + 1) * width);
    return narrow(width, nextDigit, lower, upper, CdfInterval.TOTAL - digits);
  }

  /**
   * Finds the digit in whose CDF interval a number lies and narrows the interval to it; {@link
   * #digit} and {@link #from} then have the result.
   *
   * @param width values of a digit, as {@link UpscalingStage#width}; the interval may hold at most
   *     65536 digits
   * @param number 0 to 65535, from the decoder
   * @return the digit's {@link CdfInterval}
   */
  public int decode(int width, int number) {
    int digits = digits(width);
    int scale = CdfInterval.TOTAL - digits;
    long whole = whole();
    int low = 0;
    int high = digits;
    long lower = 0;
    long upper = whole;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      long between = massBelow(from + middle * width);
      // S(middle) <= number, without the division
      if (between * scale < (number - middle + 1) * whole) {
        low = middle;
        lower = between;
      } else {
        high = middle;
        upper = between;
      }
    }
    return narrow(width, low, lower, upper, scale);
  }

  /** The digit that was coded last. */
  public int digit() {
    return digit;
  }

  /** First value of the interval: the value, as far as it is known, with zeros for the rest. */
  public int from() {
    return from;
  }

  /** End of the interval, exclusive. */
  public int to() {
    return to;
  }

  /** Mass of the interval: that of the value, once its last digit is known. */
  public long mass() {
    return mass;
  }

  private int digits(int width) {
    return (to - from - 1) / width + 1;
  }

  /** The denominator of the CDF intervals: never zero. */
  private long whole() {
    return mass == 0 ? to - from : mass;
  }

  private long massBelow(int value) {
    return mass == 0 ? value - from : values.at(value) - below;
  }

  private int narrow(int width, int child, long lower, long upper, int scale) {
    long whole = whole();
    int start = child + (int) (lower * scale / whole);
    int end = child + 1 + (int) (upper * scale / whole);
    from += child * width;
    to = to - from < width ? to : from + width;
    if (mass != 0) {
      below += lower;
      mass = upper - lower;
    }
    digit = child;
    return CdfInterval.of(start, end - start);
  }
}
