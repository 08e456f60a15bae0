package io.ardmstream.block.coefficient;

import io.ardmstream.media.jpeg.CoefficientPlane;

/**
 * What the records before say of a plane, in quarters of its steps.
 *
 * @param last its coefficients by the record before
 * @param mean the same by several records
 * @param lastEnds the place in zigzag order of the last AC coefficient of each block that is likely
 *     to be other than zero, by the record before
 * @param meanEnds the same by several records
 */
record FormerPlane(short[] last, short[] mean, byte[] lastEnds, byte[] meanEnds) {
  private static final int BLOCK = CoefficientPlane.BLOCK;

  /** What amplitudes in quarters are in a plane of these steps. */
  static FormerPlane of(int[] last, int[] mean, int[] steps) {
    short[] lastInSteps = inSteps(last, steps);
    short[] meanInSteps = inSteps(mean, steps);
    return new FormerPlane(lastInSteps, meanInSteps, ends(lastInSteps), ends(meanInSteps));
  }

  private static short[] inSteps(int[] amplitudes, int[] steps) {
    short[] numbers = new short[amplitudes.length];
    for (int i = 0; i < numbers.length; i++) {
      if (amplitudes[i] != 0) {
        int step = steps[i % BLOCK];
        int rounded = Math.floorDiv(2 * amplitudes[i] + step, 2 * step);
        numbers[i] = (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, rounded));
      }
    }
    return numbers;
  }

  private static byte[] ends(short[] quarters) {
    byte[] ends = new byte[quarters.length / BLOCK];
    for (int block = 0; block < ends.length; block++) {
      int n = BLOCK - 1;
      while (n > 0 && whole(quarters[block * BLOCK + ZigZagPlaces.NATURAL[n]]) == 0) {
        n--;
      }
      ends[block] = (byte) n;
    }
    return ends;
  }

  /** The nearest whole number of steps. */
  static int whole(int quarters) {
    return quarters + 2 >> 2;
  }

  /** By how much, in quarters, a coefficient differs from that of the record before. */
  int change(int value, int block, int place) {
    return block < 0 ? 0 : 4 * value - last[block * BLOCK + place];
  }
}
