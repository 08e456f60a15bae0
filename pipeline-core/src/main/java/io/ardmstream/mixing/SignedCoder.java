package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;

/**
 * Passes signed numbers as modelled bits: is it zero, its sign, the length of its magnitude in
 * unary, then the magnitude's lower bits from the top. Bits below the {@value #MODELLED} most
 * significant ones of the magnitude are passed as they are.
 */
public final class SignedCoder {
  /** How many kinds of bits a selector of the mixer tells apart. */
  public static final int KINDS = 32;

  private static final int MODELLED = 8;
  private static final int ZERO = 0;
  private static final int SIGN = 1;
  private static final int LENGTH = 2;
  private static final int LOWER = 64;
  private static final int HALF = 1 << 15;
  private static final int MOST_LENGTH = 31;

  private final BitCoder port;
  private final Mixer mixer;

  public SignedCoder(BitCoder port, Mixer mixer) {
    this.port = port;
    this.mixer = mixer;
  }

  /**
   * Passes a number.
   *
   * @param number to be encoded; of no meaning when decoding
   * @param first of the mixer's selectors, to be told apart further by {@value #KINDS} kinds of
   *     bits
   * @param second of the mixer's selectors
   * @return the number
   */
  public int pass(int number, int first, int second) {
    int base = first * KINDS;
    if (mixer.pass(port, number == 0 ? 1 : 0, ZERO, base, second) == 1) {
      return 0;
    }
    boolean negative = mixer.pass(port, number < 0 ? 1 : 0, SIGN, base + 1, second) == 1;
    long magnitude = magnitude(Math.abs((long) number), base, second);
    return (int) (negative ? -magnitude : magnitude);
  }

  private long magnitude(long magnitude, int base, int second) {
    int wanted = 63 - Long.numberOfLeadingZeros(magnitude | 1);
    int length = 0;
    while (length < MOST_LENGTH) {
      int kind = base + 2 + Math.min(length, 14);
      if (mixer.pass(port, wanted > length ? 1 : 0, LENGTH + length, kind, second) == 0) {
        break;
      }
      length++;
    }
    long known = 1;
    for (int shift = length - 1; shift >= 0; shift--) {
      int bit = (int) (magnitude >>> shift & 1);
      int done = length - 1 - shift;
      int kind = base + 17 + Math.min(done, 7);
      int node = LOWER + (length << MODELLED) + (int) known;
      boolean modelled = done < MODELLED;
      bit = modelled ? mixer.pass(port, bit, node, kind, second) : port.pass(bit, HALF);
      known = known << 1 | bit;
    }
    return known;
  }
}
