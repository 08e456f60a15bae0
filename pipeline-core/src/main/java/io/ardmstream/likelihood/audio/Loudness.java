package io.ardmstream.likelihood.audio;

/**
 * Loudness of a residual: {@code rint(8 log2(1 + |e|))}, eighths of an octave; and back to a scale.
 */
final class Loudness {

  /** Steps per octave. */
  static final int STEPS = 8;

  /** Largest loudness, that of 31 bits. */
  static final int LARGEST = 31 * STEPS;

  private static final int SMALL = 1 << 12;
  private static final short[] TABLE = new short[SMALL];
  private static final int FRACTION = 16;
  private static final int[] INVERSE = new int[STEPS];
  private static final int[] POWER = new int[STEPS];

  static {
    for (int i = 0; i < SMALL; i++) {
      TABLE[i] = (short) StrictMath.rint(STEPS * StrictMath.log(1 + i) / StrictMath.log(2));
    }
    for (int i = 0; i < STEPS; i++) {
      INVERSE[i] = (int) StrictMath.rint((1 << FRACTION) / StrictMath.pow(2, i / (double) STEPS));
      POWER[i] = (int) StrictMath.rint((1 << FRACTION) * StrictMath.pow(2, i / (double) STEPS));
    }
  }

  private Loudness() {}

  /** Loudness of a residual. */
  static int of(int residual) {
    int magnitude = Math.abs(residual);
    int shift = 0;
    while (magnitude >= SMALL) {
      magnitude >>>= 1;
      shift++;
    }
    return TABLE[magnitude] + STEPS * shift;
  }

  /** The magnitude that has a loudness, in 1/256. */
  static long magnitude(int loudness) {
    return ((long) POWER[loudness % STEPS] << loudness / STEPS >> FRACTION - 8) - (1 << 8);
  }

  /** {@code residual * 2^bits} relative to a loudness. */
  static long normalise(long residual, int loudness, int bits) {
    return (residual << bits) * INVERSE[loudness % STEPS] >> FRACTION + loudness / STEPS;
  }
}
