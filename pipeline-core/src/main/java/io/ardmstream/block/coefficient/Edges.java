package io.ardmstream.block.coefficient;

/**
 * What the blocks to the left and above say about a block, if the picture goes on smoothly across
 * their common edges.
 *
 * <p>Half a sample beyond its last row, a block is taken to go on as straight as between its last
 * two. Both blocks at an edge have to agree there, for each horizontal frequency on its own: the
 * sum over vertical frequencies of coefficient times step times weight is the same on either side,
 * but that odd frequencies change their sign. What is left of such a sum without the coefficients
 * that are known already is a prediction of those that are not.
 */
final class Edges {
  /** 2^10 * c(n) * (1.5 cos(n pi / 16) - 0.5 cos(3 n pi / 16)), with c(0) = sqrt(1/2), c(n) = 1. */
  static final int[] WEIGHTS = {724, 1081, 1223, 1377, 1448, 1355, 1061, 584};

  private static final int SIDE = 8;

  /** What the row of blocks above ends with, by column and horizontal frequency. */
  private final int[] above;

  /** What the block to the left ends with, by vertical frequency. */
  private final int[] left = new int[SIDE];

  /** What is left of the sums at the upper edge, by horizontal frequency. */
  final int[] top = new int[SIDE];

  /** What is left of the sums at the left edge, by vertical frequency. */
  final int[] side = new int[SIDE];

  private final int[] bottom = new int[SIDE];
  private final int[] right = new int[SIDE];

  Edges(int blocksWide) {
    above = new int[blocksWide * SIDE];
  }

  /** Begins a block. */
  void begin(int x, boolean hasLeft, boolean hasAbove) {
    for (int i = 0; i < SIDE; i++) {
      top[i] = hasAbove ? above[x * SIDE + i] : 0;
      side[i] = hasLeft ? left[i] : 0;
      bottom[i] = 0;
      right[i] = 0;
    }
  }

  /** Takes note of a coefficient of it, times its step. */
  void add(int place, int amplitude) {
    int u = place & 7;
    int v = place >> 3;
    int down = WEIGHTS[v] * amplitude;
    int across = WEIGHTS[u] * amplitude;
    top[u] -= down;
    side[v] -= across;
    bottom[u] += (v & 1) == 0 ? down : -down;
    right[v] += (u & 1) == 0 ? across : -across;
  }

  /** Ends the block. */
  void end(int x) {
    System.arraycopy(bottom, 0, above, x * SIDE, SIDE);
    System.arraycopy(right, 0, left, 0, SIDE);
  }
}
