package io.ardmstream.block.turbo;

/** How large the errors of a channel were of late: the context of the next one. */
final class RecentErrors {
  /** Contexts, four for each octave of the mean magnitude. */
  static final int CONTEXTS = 112;

  private static final int FRACTION = 12;
  private static final int SHORT_RATE = 4;
  private static final int LONG_RATE = 7;
  private static final int DROPPED = 9;
  private static final long FIRST = 40L << FRACTION;

  private long brief = FIRST;
  private long lasting = FIRST;

  /** The context of the next error. */
  int context() {
    return context(2 * brief + lasting >> DROPPED);
  }

  /** The context where 24 times the mean magnitude is as said. */
  static int context(long mean) {
    long sum = mean + 4;
    int octave = 63 - Long.numberOfLeadingZeros(sum);
    return Math.min(CONTEXTS - 1, 4 * (octave - 2) + (int) (sum >> octave - 2 & 3));
  }

  /** The level of the errors of a context, see {@link ErrorPriors}. */
  static int level(int context) {
    return (context % CONTEXTS >> 1) + 1;
  }

  void hear(int error) {
    long magnitude = (long) Math.abs(error) << FRACTION;
    brief += magnitude - brief >> SHORT_RATE;
    lasting += magnitude - lasting >> LONG_RATE;
  }
}
