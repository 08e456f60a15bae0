package io.ardmstream.block.coefficient;

/**
 * The samples of a plane, eight times as large, and squares of them that lie between them.
 *
 * @param values row by row
 */
record Samples(int width, int height, short[] values) {
  /** Samples of a side of a block. */
  static final int SIDE = 8;

  /** Places between two samples, the first of them with it. */
  static final int QUARTERS = 4;

  private static final int TAPS = 4;
  private static final int HALF = 1 << 11;
  private static final int SHIFT = 12;

  /** Weights of four samples in a row for a place between the middle two, by its quarter. */
  private static final int[][] WEIGHTS = {
    {0, 64, 0, 0}, {-4, 54, 16, -2}, {-4, 36, 36, -4}, {-2, 16, 54, -4}
  };

  /** The samples of blocks whose amplitudes are given in quarters. */
  static Samples of(int[] amplitudes, int blocksWide, int blocksHigh) {
    int width = blocksWide * SIDE;
    short[] values = new short[width * blocksHigh * SIDE];
    Cosines cosines = new Cosines();
    int[] block = new int[SIDE * SIDE];
    for (int by = 0; by < blocksHigh; by++) {
      for (int bx = 0; bx < blocksWide; bx++) {
        cosines.inverse(amplitudes, (by * blocksWide + bx) * SIDE * SIDE, block);
        int corner = by * SIDE * width + bx * SIDE;
        for (int i = 0; i < block.length; i++) {
          int value = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, block[i]));
          values[corner + i / SIDE * width + i % SIDE] = (short) value;
        }
      }
    }
    return new Samples(width, blocksHigh * SIDE, values);
  }

  /** A sample; beyond the edges they go on as they end there. */
  private int value(int x, int y) {
    int column = Math.max(0, Math.min(width - 1, x));
    return values[Math.max(0, Math.min(height - 1, y)) * width + column];
  }

  /** A square of 8 by 8 whose upper left corner is given in quarters of samples. */
  void square(int quarterX, int quarterY, int[] square) {
    int left = quarterX >> 2;
    int top = quarterY >> 2;
    if ((quarterX & 3) == 0 && (quarterY & 3) == 0) {
      for (int i = 0; i < square.length; i++) {
        square[i] = value(left + i % SIDE, top + i / SIDE);
      }
      return;
    }
    int[] across = WEIGHTS[quarterX & 3];
    int[] down = WEIGHTS[quarterY & 3];
    int[] rows = new int[(SIDE + TAPS - 1) * SIDE];
    for (int i = 0; i < rows.length; i++) {
      int x = left + i % SIDE - 1;
      int y = top + i / SIDE - 1;
      for (int k = 0; k < TAPS; k++) {
        rows[i] += across[k] * value(x + k, y);
      }
    }
    for (int i = 0; i < square.length; i++) {
      int sum = HALF;
      for (int k = 0; k < TAPS; k++) {
        sum += down[k] * rows[i + k * SIDE];
      }
      square[i] = sum >> SHIFT;
    }
  }
}
