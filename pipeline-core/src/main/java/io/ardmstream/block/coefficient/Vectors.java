package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.AdaptiveBits;

/**
 * Where the squares of a picture, two by two blocks of its first plane each, were in the record
 * before: vectors in quarters of samples.
 */
final class Vectors {
  /** Greatest magnitude of a vector's part. */
  static final int MOST = (1 << 13) - 1;

  private static final int CONTEXTS = 12;
  private static final int AS_EXPECTED = 8;
  private static final int RIGHT = 10;
  private static final int DOWN = 11;

  private final int wide;
  private final int high;
  private final short[] right;
  private final short[] down;

  /** Vectors of a picture that is as it was. */
  Vectors(int blocksWide, int blocksHigh) {
    wide = (blocksWide + 1) / 2;
    high = (blocksHigh + 1) / 2;
    right = new short[wide * high];
    down = new short[wide * high];
  }

  int wide() {
    return wide;
  }

  int high() {
    return high;
  }

  /** The number of the square that a block of the first plane lies in, or the nearest one. */
  int at(int blockX, int blockY) {
    return Math.min(high - 1, blockY / 2) * wide + Math.min(wide - 1, blockX / 2);
  }

  int right(int square) {
    return right[square];
  }

  int down(int square) {
    return down[square];
  }

  void set(int square, int toRight, int toBelow) {
    right[square] = (short) toRight;
    down[square] = (short) toBelow;
  }

  boolean moves(int square) {
    return right[square] != 0 || down[square] != 0;
  }

  boolean moveAtAll() {
    for (int square = 0; square < right.length; square++) {
      if (moves(square)) {
        return true;
      }
    }
    return false;
  }

  int expectedRight(int x, int y) {
    return expected(right, x, y);
  }

  int expectedDown(int x, int y) {
    return expected(down, x, y);
  }

  /** The median of what is to the left, above, and above to the right or else to the left. */
  private int expected(short[] of, int x, int y) {
    int square = y * wide + x;
    int west = x > 0 ? of[square - 1] : 0;
    int north = y > 0 ? of[square - wide] : west;
    int corner = north;
    if (y > 0 && x + 1 < wide) {
      corner = of[square - wide + 1];
    } else if (y > 0 && x > 0) {
      corner = of[square - wide - 1];
    }
    return Math.max(Math.min(west, north), Math.min(Math.max(west, north), corner));
  }

  /** Passes them, square by square. */
  void pass(BitCoder port) {
    AdaptiveBits bits = new AdaptiveBits(port, CONTEXTS);
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        pass(bits, x, y);
      }
    }
  }

  private void pass(AdaptiveBits bits, int x, int y) {
    int square = y * wide + x;
    int around = x > 0 && moves(square - 1) ? 1 : 0;
    around += y > 0 && moves(square - wide) ? 2 : 0;
    around += y > 0 && x + 1 < wide && moves(square - wide + 1) ? 4 : 0;
    if (!bits.bit(around, moves(square))) {
      set(square, 0, 0);
      return;
    }
    int toRight = expectedRight(x, y);
    int toBelow = expectedDown(x, y);
    boolean asExpected = right[square] == toRight && down[square] == toBelow;
    boolean moving = toRight != 0 || toBelow != 0;
    if (!moving || !bits.bit(AS_EXPECTED + Math.min(1, around), asExpected)) {
      toRight += number(bits, RIGHT, right[square] - toRight);
      toBelow += number(bits, DOWN, down[square] - toBelow);
    }
    set(square, within(toRight), within(toBelow));
  }

  private static int within(int part) {
    return Math.max(-MOST, Math.min(MOST, part));
  }

  private static int number(AdaptiveBits bits, int context, int number) {
    int passed = bits.number(context, number > 0 ? 2 * number - 1 : -2 * number);
    return (passed & 1) == 1 ? passed / 2 + 1 : -(passed / 2);
  }
}
