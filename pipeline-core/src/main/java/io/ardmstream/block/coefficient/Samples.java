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

  private static final int AROUND = SIDE + 3;
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
    int[] around = around((quarterX >> 2) - 1, (quarterY >> 2) - 1);
    int[] across = WEIGHTS[quarterX & 3];
    int[] down = WEIGHTS[quarterY & 3];
    for (int y = 0; y < AROUND; y++) {
      int at = y * AROUND;
      for (int x = 0; x < SIDE; x++) {
        around[at + x] =
            across[0] * around[at + x]
                + across[1] * around[at + x + 1]
                + across[2] * around[at + x + 2]
                + across[3] * around[at + x + 3];
      }
    }
    for (int i = 0; i < square.length; i++) {
      int at = i / SIDE * AROUND + i % SIDE;
      int sum =
          down[0] * around[at]
              + down[1] * around[at + AROUND]
              + down[2] * around[at + 2 * AROUND]
              + down[3] * around[at + 3 * AROUND];
      square[i] = sum + HALF >> SHIFT;
    }
  }

  /** A square and what is around it, as far as {@link #WEIGHTS} reach. */
  private int[] around(int left, int top) {
    int[] around = new int[AROUND * AROUND];
    boolean within = left >= 0 && top >= 0 && left + AROUND <= width && top + AROUND <= height;
    for (int y = 0; y < AROUND; y++) {
      int row = within ? (top + y) * width + left : 0;
      for (int x = 0; x < AROUND; x++) {
        around[y * AROUND + x] = within ? values[row + x] : value(left + x, top + y);
      }
    }
    return around;
  }
}
