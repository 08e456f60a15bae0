package io.ardmstream.likelihood.image.tile;

/**
 * Logarithmic compression of differences to small integers: {@code sign(d) * rint(20 ln(1 + |d|))}.
 */
final class Compander {

  /** Largest magnitude of a companded difference. */
  static final int BOUND = 139;

  private static final int LIMIT = 1023;

  /** One entry per difference: a branch on its sign would be mispredicted every other time. */
  private static final short[] TABLE = new short[2 * LIMIT + 1];

  static {
    for (int i = 0; i <= LIMIT; i++) {
      short companded = (short) StrictMath.rint(20 * StrictMath.log(1 + i));
      TABLE[LIMIT + i] = companded;
      TABLE[LIMIT - i] = (short) -companded;
    }
  }

  private Compander() {}

  static int compand(int difference) {
    return TABLE[LIMIT + Math.max(-LIMIT, Math.min(LIMIT, difference))];
  }
}
