package io.ardmstream.block.coefficient;

import io.ardmstream.media.jpeg.CoefficientPlane;

/**
 * What is kept of a component: amplitudes, which are coefficients times their steps, in quarters.
 */
final class PlaneHistory {
  private static final int BLOCK = CoefficientPlane.BLOCK;

  /** Records that a mean is made of, about. */
  private static final int MOST_COUNT = 4;

  /** No coefficient of a sound file is larger. */
  private static final int MOST_AMPLITUDE = 1 << 16;

  private final int wide;
  private final int high;
  private final int component;
  private final int[] last;
  private final int[] mean;

  /** Records that the mean of each block is made of. */
  private final byte[] counts;

  /** Of the record before, once somebody asked for them. */
  private Samples samples;

  /** What a plane leaves behind. */
  PlaneHistory(CoefficientPlane plane) {
    wide = plane.blocksWide();
    high = plane.blocksHigh();
    component = plane.component();
    last = new int[plane.blocks() * BLOCK];
    mean = new int[plane.blocks() * BLOCK];
    counts = new byte[plane.blocks()];
    learn(plane);
  }

  boolean suits(CoefficientPlane plane) {
    return plane.blocksWide() == wide
        && plane.blocksHigh() == high
        && plane.component() == component;
  }

  /** The samples that the coefficients of the record before stand for. */
  Samples samples() {
    if (samples == null) {
      samples = Samples.of(last, wide, high);
    }
    return samples;
  }

  /**
   * Moves what is kept to where it is now.
   *
   * @param first the first plane of the image, of whose samples the vectors are
   */
  void move(Vectors vectors, PlaneHistory first) {
    int across = ratio(first.wide, wide);
    int down = ratio(first.high, high);
    Samples from = samples();
    Cosines cosines = new Cosines();
    int[] square = new int[BLOCK];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int vector = vectors.at(x * across, y * down);
        if (vectors.moves(vector)) {
          int block = y * wide + x;
          int left = Samples.QUARTERS * x * Samples.SIDE;
          int top = Samples.QUARTERS * y * Samples.SIDE;
          int quarterX = left + Math.floorDiv(vectors.right(vector), across);
          int quarterY = top + Math.floorDiv(vectors.down(vector), down);
          from.square(quarterX, quarterY, square);
          cosines.forward(square, last, block * BLOCK);
          System.arraycopy(last, block * BLOCK, mean, block * BLOCK, BLOCK);
          counts[block] = 1;
        }
      }
    }
  }

  private static int ratio(int first, int own) {
    return Math.max(1, Math.min(4, first / own));
  }

  /** What it says of a plane that is to be coded. */
  FormerPlane of(CoefficientPlane plane) {
    return FormerPlane.of(last, mean, plane.quantiser());
  }

  /** Takes in a plane that was coded. */
  void learn(CoefficientPlane plane) {
    int[] steps = plane.quantiser();
    short[] coefficients = plane.coefficients();
    samples = null;
    for (int i = 0; i < last.length; i++) {
      int count = Math.min(MOST_COUNT, counts[i / BLOCK] + 1);
      int amplitude = coefficients[i] * steps[i % BLOCK];
      last[i] = 4 * Math.max(-MOST_AMPLITUDE, Math.min(MOST_AMPLITUDE, amplitude));
      if (mean[i] != last[i]) {
        mean[i] += (last[i] - mean[i]) / count;
      }
      if (i % BLOCK == BLOCK - 1) {
        counts[i / BLOCK] = (byte) count;
      }
    }
  }
}
