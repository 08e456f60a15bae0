package io.ardmstream.coder;

/** The constants of the state machine, as {@link RansBlockEncoder} documents them. */
final class Rans {
  /**
   * States of a running coder are at least this. 2^24 and not more, so that the part of a state
   * above its low word always fits three bytes.
   */
  static final long LOWER = 1L << 24;

  static final int WORD_BITS = 32;
  static final int WORD_BYTES = 4;

  /** Bytes that hold a state's part above its low word. */
  static final int HEAD_BYTES = 3;

  /** The highest lane count, as a power of two. */
  static final int MAX_LOG_LANES = 3;

  private Rans() {}

  /**
   * A single lane starts at zero, which saves three bytes: it cannot take another lane's word for
   * its own when it falls below {@link #LOWER} again at the very end.
   */
  static long initialState(int lanes) {
    return lanes == 1 ? 0 : LOWER;
  }

  static void checkLanes(int lanes) {
    if (lanes < 1 || lanes > 1 << MAX_LOG_LANES || Integer.bitCount(lanes) != 1) {
      throw new IllegalArgumentException(lanes + " lanes; 1, 2, 4 or 8 are possible");
    }
  }
}
