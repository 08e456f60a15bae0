package io.ardmstream.block.turbo;

import static io.ardmstream.block.turbo.PlaneRows.MARGIN;

/**
 * Weights of the neighbours that predict the samples of a plane. They hold for a row: what does not
 * depend on the row itself is summed up before its first sample, and what its samples taught is
 * learnt after its last one. Both are loops that the compiler turns into vector instructions.
 */
final class RowWeights {
  /** Fractional bits. */
  static final int BITS = 10;

  /** The first weight of the samples to the west and to the north. */
  private static final int HALF = 1 << BITS - 1;

  /** Bits of the widths whose rows move the weights by all that they taught. */
  private static final int FULL_BITS = 7;

  /** Of differences of neighbours within the plane. */
  private final int[] own = {HALF, HALF, 0, 0, 0, 0};

  /** Of differences within the two planes before. */
  private final int[] across = new int[7];

  private final int shift;

  /**
   * First weights.
   *
   * @param width of the plane
   */
  RowWeights(int width) {
    shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(width) - FULL_BITS);
  }

  /** That of the sample to the west, all in all. */
  int west() {
    return HALF + own[0] - own[3];
  }

  /** That of the sample west of it. */
  int farWest() {
    return own[3];
  }

  /** Sums up what the rows before tell of each sample. */
  void sum(PlaneRows plane, int[] sums) {
    int[] n = plane.north;
    int[] f = plane.farNorth;
    int north = HALF + own[1] - own[2] - own[4];
    int northWest = -own[0] - own[1];
    int northEast = own[2] - own[5];
    int farNorth = own[4];
    int farNorthEast = own[5];
    for (int x = MARGIN; x < MARGIN + plane.width; x++) {
      sums[x] =
          north * n[x]
              + northWest * n[x - 1]
              + northEast * n[x + 1]
              + farNorth * f[x]
              + farNorthEast * f[x + 1];
    }
  }

  /** Adds what the planes before tell. */
  void add(PlaneRows before, PlaneRows beforeThat, int[] sums) {
    int[] r = before.row;
    int[] n = before.north;
    int here = across[0] + across[1] - across[2];
    int west = -across[0] - across[4];
    int east = across[2];
    int north = -across[1] - across[3];
    int northEast = across[3];
    int northWest = across[4];
    int end = MARGIN + before.width;
    for (int x = MARGIN; x < end; x++) {
      sums[x] +=
          here * r[x]
              + west * r[x - 1]
              + east * r[x + 1]
              + north * n[x]
              + northEast * n[x + 1]
              + northWest * n[x - 1];
    }
    int[] q = beforeThat.row;
    int[] m = beforeThat.north;
    int there = across[5] + across[6];
    int thereWest = -across[5];
    int thereNorth = -across[6];
    for (int x = MARGIN; x < end; x++) {
      sums[x] += there * q[x] + thereWest * q[x - 1] + thereNorth * m[x];
    }
  }

  /** Learns from a row that is complete. */
  void learn(PlaneRows plane) {
    Lesson lesson = new Lesson(plane);
    int[] r = plane.row;
    int[] n = plane.north;
    int[] f = plane.farNorth;
    own[0] += lesson.step(r, -1, n, -1);
    own[1] += lesson.step(n, 0, n, -1);
    own[2] += lesson.step(n, 1, n, 0);
    own[3] += lesson.step(r, -2, r, -1);
    own[4] += lesson.step(f, 0, n, 0);
    own[5] += lesson.step(f, 1, n, 1);
  }

  /** Learns from a row and those beside it in the planes before. */
  void learn(PlaneRows plane, PlaneRows before, PlaneRows beforeThat) {
    learn(plane);
    Lesson lesson = new Lesson(plane);
    int[] r = before.row;
    int[] n = before.north;
    int[] q = beforeThat.row;
    across[0] += lesson.step(r, 0, r, -1);
    across[1] += lesson.step(r, 0, n, 0);
    across[2] += lesson.step(r, 1, r, 0);
    across[3] += lesson.step(n, 1, n, 0);
    across[4] += lesson.step(n, -1, r, -1);
    across[5] += lesson.step(q, 0, q, -1);
    across[6] += lesson.step(q, 0, beforeThat.north, 0);
  }

  /** What a row has missed. */
  private final class Lesson {
    private final int[] missed;
    private final int[] live;
    private final int end;
    private final int lives;

    Lesson(PlaneRows plane) {
      missed = plane.missed;
      live = plane.live;
      end = MARGIN + plane.width;
      int sum = 0;
      for (int x = MARGIN; x < end; x++) {
        sum += live[x];
      }
      lives = sum;
    }

    /**
     * The step of a weight: up for each place where the difference a − b has the sign of what was
     * missed, else down.
     */
    int step(int[] a, int fromA, int[] b, int fromB) {
      int opposite = 0;
      for (int x = MARGIN; x < end; x++) {
        opposite += (a[x + fromA] - b[x + fromB] ^ missed[x]) >>> 31 & live[x];
      }
      return lives - 2 * opposite >> shift;
    }
  }
}
