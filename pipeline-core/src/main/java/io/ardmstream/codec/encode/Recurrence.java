package io.ardmstream.codec.encode;

/**
 * Whether a sound consists of stretches that were there before, every sample of them: loops, and
 * tones of a generator. Models look back on much less.
 */
final class Recurrence {
  /** Frames that have to come again together. */
  private static final int STRETCH = 64;

  private static final int MOST_TABLE_BITS = 20;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final int CHANNEL_FACTOR = 0x85EBCA6B;
  private static final long OLDEST = power(FACTOR, STRETCH);

  private final int[][] planes;
  private final long[] seen;

  private Recurrence(int[][] planes) {
    this.planes = planes;
    int stretches = planes[0].length / STRETCH + 1;
    int bits = Math.min(MOST_TABLE_BITS, 34 - Integer.numberOfLeadingZeros(stretches));
    seen = new long[1 << bits];
  }

  /** Whether more than half of all frames came before; silence does not count. */
  static boolean prevails(int[][] planes) {
    return new Recurrence(planes).recurring() * 2L > planes[0].length;
  }

  private int recurring() {
    int frames = planes[0].length;
    int recurring = 0;
    int counted = 0;
    int changed = 0;
    long hash = 0;
    for (int t = 0; t < frames; t++) {
      int frame = frame(t);
      changed = t > 0 && frame == frame(t - 1) ? changed : t;
      hash = hash * FACTOR + frame - (t < STRETCH ? 0 : OLDEST * frame(t - STRETCH));
      boolean moves = t - changed < STRETCH - 1;
      if (moves && t - counted >= STRETCH && seen[slot(hash)] == hash) {
        recurring += STRETCH;
        counted = t;
      }
      if (t % STRETCH == STRETCH - 1) {
        seen[slot(hash)] = hash;
      }
    }
    return recurring;
  }

  private int frame(int t) {
    int frame = 0;
    for (int[] plane : planes) {
      frame = frame * CHANNEL_FACTOR + plane[t];
    }
    return frame;
  }

  private int slot(long hash) {
    return (int) (hash * FACTOR >>> 20) & seen.length - 1;
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
