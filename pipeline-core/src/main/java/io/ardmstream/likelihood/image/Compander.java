package io.ardmstream.likelihood.image;

/**
 * Logarithmic compression of differences to small integers: {@code sign(d) * rint(20 ln(1 + |d|))}.
 */
final class Compander {

  /** Largest magnitude of a companded difference. */
  static final int BOUND = 139;

  private static final int RANGE = 1024;
  private static final byte[] TABLE = new byte[RANGE];

  static {
    for (int i = 0; i < RANGE; i++) {
      TABLE[i] = (byte) StrictMath.rint(20 * StrictMath.log(1 + i));
    }
  }

  private Compander() {}

  static int compand(int difference) {
    return difference < 0
        ? -(TABLE[Math.min(-difference, RANGE - 1)] & 0xff)
        : TABLE[Math.min(difference, RANGE - 1)] & 0xff;
  }
}
