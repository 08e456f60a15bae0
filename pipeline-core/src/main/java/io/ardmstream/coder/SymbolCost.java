package io.ardmstream.coder;

/**
 * What a symbol costs ideally: log<sub>2</sub>(2<sup>16</sup> / frequency) bits.
 *
 * <p>For statistics and for the comparison of coding modes; nothing that is decoded depends on it.
 */
public final class SymbolCost {
  private static final float[] BITS = table();

  private SymbolCost() {}

  /**
   * The information content of a symbol.
   *
   * @param frequency 1 to 65536, a share of 2<sup>16</sup>
   * @return 0 to 16 bits
   */
  public static double bits(int frequency) {
    return BITS[frequency];
  }

  private static float[] table() {
    float[] bits = new float[CdfInterval.TOTAL + 1];
    bits[0] = Float.POSITIVE_INFINITY;
    for (int frequency = 1; frequency <= CdfInterval.TOTAL; frequency++) {
      bits[frequency] =
          (float) (CdfInterval.TOTAL_BITS - StrictMath.log(frequency) / StrictMath.log(2));
    }
    return bits;
  }
}
