package io.ardmstream.likelihood.image;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.AdaptiveBits;

/**
 * Where the samples of a tile were in the tile before: one vector for each square, in whole samples
 * or in quarters. Or each square was in one of several tiles before, its age from 0 on. Places
 * beyond the tile's edges are moved to them.
 */
final class MotionField {
  /** Greatest magnitude of a component. */
  static final int MOST = 1 << 12;

  private static final int CONTEXTS = 6;

  private final int side;
  private final int width;
  private final int height;
  private final int columns;
  private final int[] right;
  private final int[] down;
  private final int[] age;

  /**
   * A field at rest.
   *
   * @param side of a square
   */
  MotionField(int side, int width, int height) {
    this.side = side;
    this.width = width;
    this.height = height;
    columns = (width - 1) / side + 1;
    int squares = columns * ((height - 1) / side + 1);
    right = new int[squares];
    down = new int[squares];
    age = new int[squares];
  }

  /** A field of the same squares at rest. */
  MotionField atRest() {
    return new MotionField(side, width, height);
  }

  /** The same motion at the same pace in quarters, into the other one of the last two tiles. */
  MotionField other(int ages) {
    MotionField other = atRest();
    for (int square = 0; square < right.length; square++) {
      int from = age[square] + 1;
      int to = Math.min(ages, from == 1 ? 2 : 1);
      int toRight = Math.floorDiv(2 * right[square] * to + from, 2 * from);
      int toBelow = Math.floorDiv(2 * down[square] * to + from, 2 * from);
      other.set(square, to - 1, toRight, toBelow);
    }
    return other;
  }

  /** Rows that the squares cover. */
  int height() {
    return height;
  }

  /** The side of a square. */
  int side() {
    return side;
  }

  int columns() {
    return columns;
  }

  int squares() {
    return right.length;
  }

  int right(int square) {
    return right[square];
  }

  int down(int square) {
    return down[square];
  }

  int age(int square) {
    return age[square];
  }

  void set(int square, int ofAge, int toRight, int toBelow) {
    age[square] = ofAge;
    right[square] = Math.max(-MOST, Math.min(MOST, toRight));
    down[square] = Math.max(-MOST, Math.min(MOST, toBelow));
  }

  /** The square whose vector is most like that of another one; negative if there is none. */
  int predictor(int square) {
    return square % columns > 0 ? square - 1 : square - columns;
  }

  /** The square that a place is in. */
  int square(int x, int y) {
    return y / side * columns + x / side;
  }

  /** Where the sample at a place was, in whole samples, as an index of {@link ReferencePlanes}. */
  int index(int x, int y) {
    int square = square(x, y);
    int column = Math.max(0, Math.min(width - 1, x + right[square]));
    int row = Math.max(0, Math.min(height - 1, y + down[square]));
    return (row + 1) * (width + 2) + column + 1;
  }

  /**
   * Passes the vectors: encodes those that are here, or decodes them to here.
   *
   * @param ages how many there are
   */
  void pass(BitCoder port, int ages) {
    AdaptiveBits bits = new AdaptiveBits(port, CONTEXTS + ages);
    boolean[] alike = new boolean[right.length];
    for (int square = 0; square < right.length; square++) {
      int like = predictor(square);
      int expectedRight = like < 0 ? 0 : right[like];
      int expectedDown = like < 0 ? 0 : down[like];
      int expectedAge = like < 0 ? 0 : age[like];
      int above = square - columns;
      boolean aboveToo = above >= 0 && is(above, expectedAge, expectedRight, expectedDown);
      int context = (like >= 0 && alike[like] ? 1 : 0) + (aboveToo ? 2 : 0);
      boolean same = is(square, expectedAge, expectedRight, expectedDown);
      alike[square] = bits.bit(context, same);
      if (alike[square]) {
        set(square, expectedAge, expectedRight, expectedDown);
      } else {
        int old = ages == 1 ? 0 : bits.number(CONTEXTS + expectedAge, age[square]);
        int moreRight = unfold(bits.number(4, fold(right[square] - expectedRight)));
        int moreDown = unfold(bits.number(5, fold(down[square] - expectedDown)));
        set(square, Math.min(ages - 1, old), expectedRight + moreRight, expectedDown + moreDown);
      }
    }
  }

  private boolean is(int square, int ofAge, int toRight, int toBelow) {
    return age[square] == ofAge && right[square] == toRight && down[square] == toBelow;
  }

  /** Signed numbers as those from 0 on: 0, -1, 1, -2, 2. */
  private static int fold(int number) {
    return number << 1 ^ number >> 31;
  }

  private static int unfold(int number) {
    return number >>> 1 ^ -(number & 1);
  }
}
