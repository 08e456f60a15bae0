package io.ardmstream.block.coefficient;

/** Numbers as contexts. */
final class Magnitudes {
  private Magnitudes() {}

  /** Significant bits, 0 to 32. */
  static int bits(int magnitude) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(magnitude);
  }

  /** Two steps an octave, exact below 4. */
  static int coarse(int magnitude) {
    if (magnitude < 4) {
      return magnitude;
    }
    int log = bits(magnitude) - 1;
    return 2 * log + (magnitude >> log - 1 & 1);
  }

  /** Four steps an octave, exact below 8. */
  static int fine(int magnitude) {
    if (magnitude < 8) {
      return magnitude;
    }
    int log = bits(magnitude) - 1;
    return 4 * log + (magnitude >> log - 2 & 3) - 4;
  }

  /** Four steps an octave of either sign. */
  static int signed(int number) {
    return number < 0 ? -fine(-number) : fine(number);
  }

  /** A number that is likely another one if an argument is. */
  static int mix(int a, int b, int c) {
    int hash = a * 0x2C1B3C6D + b * 0x297A2D39 + c * 0x1B56C4E9;
    return hash ^ hash >>> 13;
  }

  /** A number that is likely another one if an argument is. */
  static int mix(int a, int b, int c, int d) {
    return mix(mix(a, b, c), d, 77);
  }
}
