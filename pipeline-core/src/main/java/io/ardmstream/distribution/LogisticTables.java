package io.ardmstream.distribution;

/**
 * The fixed integer tables of the mixture distribution; part of the format specification.
 *
 * <p>Built with {@link StrictMath}, whose results the language specifies bit for bit.
 */
final class LogisticTables {

  /** Smallest log-scale, in 1/256 nats: a scale of exp(-2.5) = 0.082 levels. */
  static final int MIN_LOG_SCALE = -640;

  /** Largest log-scale, in 1/256 nats: a scale of exp(15). */
  static final int MAX_LOG_SCALE = 3840;

  /**
   * Fractional bits of the argument of the logistic function: enough to tell neighbouring values of
   * 24-bit samples apart at the largest scales.
   */
  static final int ARGUMENT_BITS = 24;

  /** The logistic function is 0 or 1 beyond this magnitude of its argument. */
  static final int ARGUMENT_LIMIT = 16 << ARGUMENT_BITS;

  /** Bits of a mass of one component: 2^30 stands for 1. */
  static final int MASS_BITS = 30;

  private static final int STEP_BITS = ARGUMENT_BITS - 6;
  private static final int STEP = 1 << STEP_BITS;
  private static final int[] LOGISTIC = logistic();
  private static final int LOGIT_RANGE = 3072;
  private static final int[] EXPONENTIAL = exponential();
  private static final long[] SCALE = scale();
  private static final int[] MANTISSA = new int[SCALE.length];
  private static final byte[] SHIFT = new byte[SCALE.length];

  static {
    invertScales();
  }

  private LogisticTables() {}

  private static int[] logistic() {
    int[] table = new int[2 * (ARGUMENT_LIMIT >> STEP_BITS) + 2];
    for (int i = 0; i < table.length; i++) {
      double z = i / 64.0 - 16;
      table[i] = (int) StrictMath.rint((1 << MASS_BITS) / (1 + StrictMath.exp(-z)));
    }
    return table;
  }

  private static int[] exponential() {
    int[] table = new int[LOGIT_RANGE];
    for (int i = 0; i < LOGIT_RANGE; i++) {
      table[i] = (int) StrictMath.rint((1 << 20) * StrictMath.exp(-i / 256.0));
    }
    return table;
  }

  private static long[] scale() {
    long[] table = new long[MAX_LOG_SCALE - MIN_LOG_SCALE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (long) StrictMath.rint(256 * StrictMath.exp((i + MIN_LOG_SCALE) / 256.0));
    }
    return table;
  }

  private static void invertScales() {
    for (int i = 0; i < SCALE.length; i++) {
      double inverse = StrictMath.exp(-(i + MIN_LOG_SCALE) / 256.0);
      int shift = 0;
      while (inverse < 1 << 23) {
        inverse *= 2;
        shift++;
      }
      MANTISSA[i] = (int) StrictMath.rint(inverse);
      SHIFT[i] = (byte) (shift + 8 - ARGUMENT_BITS);
    }
  }

  /** Mass of the logistic function at an argument with {@link #ARGUMENT_BITS} fractional bits. */
  static int logistic(long argument) {
    if (argument <= -ARGUMENT_LIMIT) {
      return 0;
    }
    if (argument >= ARGUMENT_LIMIT) {
      return 1 << MASS_BITS;
    }
    int shifted = (int) argument + ARGUMENT_LIMIT;
    int i = shifted >> STEP_BITS;
    int low = LOGISTIC[i];
    long slope = LOGISTIC[i + 1] - low;
    return low + (int) (slope * (shifted & (STEP - 1)) >> STEP_BITS);
  }

  /** {@code 2^20 exp(-difference / 256)}; zero from a difference of 12 nats on. */
  static int exponential(int difference) {
    return difference < LOGIT_RANGE ? EXPONENTIAL[difference] : 0;
  }

  /** Index of a log-scale (1/256 nats) into the scale tables, clipped to their range. */
  static int scaleIndex(int logScale) {
    return Math.max(MIN_LOG_SCALE, Math.min(MAX_LOG_SCALE, logScale)) - MIN_LOG_SCALE;
  }

  /** Scale in 1/256 levels. */
  static long scale(int index) {
    return SCALE[index];
  }

  /** Mantissa of the inverse scale. */
  static int mantissa(int index) {
    return MANTISSA[index];
  }

  /** Shift that turns (1/256 levels) x mantissa into an argument of the logistic function. */
  static int shift(int index) {
    return SHIFT[index];
  }
}
