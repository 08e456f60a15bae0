package io.ardmstream.coder;

/**
 * The part of the total that belongs to one symbol, packed into an {@code int} so that millions of
 * them cost four bytes each and no object: the start in the high 16 bits, the frequency less one in
 * the low 16 bits.
 *
 * <p>An interval covers the numbers {@code start} to {@code start + frequency - 1}; the intervals
 * of an alphabet do not overlap and cover 0 to {@link #TOTAL} - 1.
 */
public final class CdfInterval {
  /** Frequencies are shares of 2 to this power. */
  public static final int TOTAL_BITS = 16;

  /** The sum of the frequencies of an alphabet. */
  public static final int TOTAL = 1 << TOTAL_BITS;

  private static final int LOW = TOTAL - 1;

  private CdfInterval() {}

  /**
   * Packs an interval.
   *
   * @param start 0 to 65535
   * @param frequency 1 to 65536 - {@code start}
   * @throws IllegalArgumentException if the interval is empty or leaves the total
   */
  public static int of(int start, int frequency) {
    if ((start | (frequency - 1) | (TOTAL - start - frequency)) < 0) {
      throw new IllegalArgumentException(
          "an interval of " + frequency + " from " + start + " is not within 0.." + TOTAL);
    }
    return start << TOTAL_BITS | (frequency - 1);
  }

  /** First number of the interval, 0 to 65535. */
  public static int start(int interval) {
    return interval >>> TOTAL_BITS;
  }

  /** How many numbers the interval covers, 1 to 65536. */
  public static int frequency(int interval) {
    return (interval & LOW) + 1;
  }
}
