package io.ardmstream.block.coefficient;

/**
 * Finds where the squares of a picture were before. What the encoder finds is not part of the
 * format.
 */
final class VectorSearch {
  private static final int SQUARE = 2 * Samples.SIDE;

  /** Differences of samples, which are eight times as large, that are not worth a look. */
  private static final int STILL = 8 * SQUARE * SQUARE;

  /** What moves must fit better by one part in so many: in noise some vector always fits. */
  private static final int LEAST_GAIN = 6;

  /** What a bit of a vector counts as, in such differences. */
  private static final int PRICE = 96;

  private static final int MOST_STEPS = 24;
  private static final int[] RINGS = {2, 5, 8};

  private final Samples now;
  private final Samples before;
  private final Vectors vectors;
  private final int[] part = new int[Samples.SIDE * Samples.SIDE];

  // of the square
  private int left;
  private int top;
  private int wide;
  private int high;
  private int expectedX;
  private int expectedY;
  private int cost;
  private int bestX;
  private int bestY;

  VectorSearch(Samples now, Samples before, Vectors vectors) {
    this.now = now;
    this.before = before;
    this.vectors = vectors;
  }

  void run() {
    for (int y = 0; y < vectors.high(); y++) {
      for (int x = 0; x < vectors.wide(); x++) {
        search(x, y);
      }
    }
  }

  private void search(int x, int y) {
    left = x * SQUARE;
    top = y * SQUARE;
    wide = Math.min(SQUARE, now.width() - left);
    high = Math.min(SQUARE, now.height() - top);
    int still = difference(0, 0, Integer.MAX_VALUE);
    if (still < STILL) {
      return;
    }
    int square = y * vectors.wide() + x;
    cost = still;
    bestX = 0;
    bestY = 0;
    expectedX = vectors.expectedRight(x, y);
    expectedY = vectors.expectedDown(x, y);
    tryNear(expectedX, expectedY);
    if (x > 0) {
      tryNear(vectors.right(square - 1), vectors.down(square - 1));
    }
    if (y > 0) {
      int above = square - vectors.wide();
      tryNear(vectors.right(above), vectors.down(above));
    }
    if (bestX == 0 && bestY == 0) {
      for (int ring : RINGS) {
        tryAround(ring);
      }
    }
    descend();
    refine(still - still / LEAST_GAIN);
    if (cost < still - still / LEAST_GAIN) {
      vectors.set(square, bestX, bestY);
    }
  }

  private void tryNear(int quarterX, int quarterY) {
    tryWhole(quarterX + 2 >> 2, quarterY + 2 >> 2);
  }

  private void tryAround(int distance) {
    for (int i = 0; i < 9; i++) {
      tryWhole((i % 3 - 1) * distance, (i / 3 - 1) * distance);
    }
  }

  private void descend() {
    int x = bestX - 1;
    int y = bestY;
    for (int i = 0; i < MOST_STEPS && (x != bestX || y != bestY); i++) {
      x = bestX;
      y = bestY;
      tryWhole(x - 1, y);
      tryWhole(x + 1, y);
      tryWhole(x, y - 1);
      tryWhole(x, y + 1);
    }
  }

  private void tryWhole(int x, int y) {
    if (Math.max(Math.abs(x), Math.abs(y)) > Vectors.MOST / Samples.QUARTERS) {
      return;
    }
    int found = difference(x, y, cost);
    if (found < cost) {
      cost = found;
      bestX = x;
      bestY = y;
    }
  }

  /** From whole samples to halves, and if that is promising to quarters. */
  private void refine(int enough) {
    bestX *= Samples.QUARTERS;
    bestY *= Samples.QUARTERS;
    cost += price(bestX, bestY);
    tryQuarters(expectedX, expectedY);
    tryBeside(2);
    if (cost < enough) {
      tryBeside(1);
    }
  }

  private void tryBeside(int step) {
    int x = bestX;
    int y = bestY;
    tryQuarters(x - step, y);
    tryQuarters(x + step, y);
    tryQuarters(bestX, y - step);
    tryQuarters(bestX, y + step);
  }

  private void tryQuarters(int x, int y) {
    if (Math.max(Math.abs(x), Math.abs(y)) <= Vectors.MOST && (x != bestX || y != bestY)) {
      int found = price(x, y) + differenceOfQuarters(x, y, cost);
      if (found < cost) {
        cost = found;
        bestX = x;
        bestY = y;
      }
    }
  }

  private int price(int x, int y) {
    int bits = Magnitudes.bits(Math.abs(x - expectedX)) + Magnitudes.bits(Math.abs(y - expectedY));
    return bits == 0 ? 0 : PRICE * (2 + bits);
  }

  /** The sum of differences if the square was so much farther; beyond the picture it never was. */
  private int difference(int x, int y, int most) {
    boolean within =
        left + x >= 0
            && top + y >= 0
            && left + x + wide <= now.width()
            && top + y + high <= now.height();
    int sum = within ? 0 : Integer.MAX_VALUE;
    for (int row = 0; row < high && sum < most; row++) {
      int here = (top + row) * now.width() + left;
      int there = here + y * now.width() + x;
      for (int i = 0; i < wide; i++) {
        sum += Math.abs(now.values()[here + i] - before.values()[there + i]);
      }
    }
    return sum;
  }

  private int differenceOfQuarters(int x, int y, int most) {
    int sum = 0;
    for (int column = left; column < left + wide; column += Samples.SIDE) {
      for (int row = top; row < top + high && sum < most; row += Samples.SIDE) {
        before.square(Samples.QUARTERS * column + x, Samples.QUARTERS * row + y, part);
        for (int i = 0; i < part.length; i++) {
          int place = (row + i / Samples.SIDE) * now.width() + column + i % Samples.SIDE;
          sum += Math.abs(now.values()[place] - part[i]);
        }
      }
    }
    return sum;
  }
}
