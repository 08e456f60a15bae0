package io.ardmstream.deflate;

/**
 * What a symbol of a block stands for, in one number: 0 is a literal, whose byte the plain bytes
 * tell; any other a match, its length in the upper and its distance in the lower half.
 */
final class Token {
  static final int LITERAL = 0;

  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;

  private Token() {}

  static int match(int length, int distance) {
    return length << SHIFT | distance;
  }

  /** How many bytes it stands for. */
  static int bytes(int token) {
    return token == LITERAL ? 1 : token >>> SHIFT;
  }

  static int distance(int token) {
    return token & MASK;
  }
}
