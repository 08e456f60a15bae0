package io.ardmstream.mixing;

/** Contexts as numbers. */
public final class Hash {
  private Hash() {}

  /** A number that is likely another one if an argument is. */
  public static int mix(int a, int b, int c) {
    int hash = a * 0x2C1B3C6D + b * 0x297A2D39 + c * 0x1B56C4E9;
    return hash ^ hash >>> 13;
  }

  /** Significant bits, 0 to 32. */
  public static int log(int magnitude) {
    return 32 - Integer.numberOfLeadingZeros(magnitude);
  }

  /**
   * Four steps an octave: exact below 4, then twice the significant bits and the two after the
   * first.
   */
  public static int fineLog(int magnitude) {
    int log = log(magnitude);
    return log < 3 ? magnitude : log * 4 + (magnitude >>> log - 3 & 3);
  }
}
