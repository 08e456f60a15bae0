package io.ardmstream.block.turbo;

/**
 * Errors as tokens and bits. An error is folded to 0, -1, 1, -2, 2 … ↦ 0, 1, 2, 3, 4 … Each of the
 * first {@value #SINGLE} folded numbers has a token of its own, each octave above has four, and one
 * token stands for whatever is beyond.
 */
final class Tokens {
  /** Folded numbers with a token of their own. */
  static final int SINGLE = 32;

  /** The first folded number that is beyond. */
  static final int ESCAPED = 1 << 12;

  /** The token of what is beyond. */
  static final int ESCAPE = 60;

  static final int COUNT = ESCAPE + 1;

  /** Octaves below the first that is divided. */
  private static final int FIRST_OCTAVE = 5;

  private Tokens() {}

  static int fold(int error) {
    return error << 1 ^ error >> 31;
  }

  static int unfold(int folded) {
    return folded >>> 1 ^ -(folded & 1);
  }

  /** The token of a folded number below {@link #ESCAPED}. */
  static int of(int folded) {
    if (folded < SINGLE) {
      return folded;
    }
    int octave = 31 - Integer.numberOfLeadingZeros(folded);
    return SINGLE + (octave - FIRST_OCTAVE << 2) + (folded >> octave - 2 & 3);
  }

  /** How many lower bits of a folded number a token from {@link #SINGLE} on leaves open. */
  static int openBits(int token) {
    return (token - SINGLE >> 2) + FIRST_OCTAVE - 2;
  }

  /** The upper bits of a folded number that a token from {@link #SINGLE} on tells. */
  static int upperBits(int token) {
    return 4 | token & 3;
  }
}
