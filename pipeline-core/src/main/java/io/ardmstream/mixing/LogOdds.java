package io.ardmstream.mixing;

/** Natural logarithms of integers in 1/256, from a fixed table. */
public final class LogOdds {
  private static final int INDEX_BITS = 10;

  /** {@code 256 ln 2}, times 256. */
  private static final int LOG_TWO = 45426;

  private static final short[] FRACTIONS = fractions();

  private LogOdds() {}

  private static short[] fractions() {
    short[] table = new short[1 << INDEX_BITS];
    for (int i = 0; i < table.length; i++) {
      table[i] = (short) StrictMath.rint(256 * StrictMath.log(1 + i / (double) table.length));
    }
    return table;
  }

  /** {@code 256 ln number}, about. */
  public static int log(long number) {
    int exponent = 63 - Long.numberOfLeadingZeros(number);
    long aligned =
        exponent >= INDEX_BITS ? number >> exponent - INDEX_BITS : number << INDEX_BITS - exponent;
    return (exponent * LOG_TWO >> 8) + FRACTIONS[(int) aligned & FRACTIONS.length - 1];
  }

  /** Log odds of two positive masses, within the bounds of {@link Logistic}. */
  public static int of(long one, long other) {
    int odds = log(one) - log(other);
    return Math.max(-Logistic.BOUND, Math.min(Logistic.BOUND - 1, odds));
  }
}
