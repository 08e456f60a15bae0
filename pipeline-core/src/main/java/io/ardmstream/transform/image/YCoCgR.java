package io.ardmstream.transform.image;

/**
 * The reversible colour transform YCoCg-R (Malvar and Sullivan, 2003) for red, green and blue
 * samples of any bit depth.
 *
 * <p>For samples of d bits (0 to 2^d - 1) luma Y stays in 0 to 2^d - 1, and the chroma differences
 * Co and Cg lie between -(2^d - 1) and 2^d - 1. Every step is a lifting step, so the transform is a
 * bijection even where 32-bit arithmetic wraps around.
 */
final class YCoCgR {
  private static final int COLOURS = 3;

  private YCoCgR() {}

  /**
   * Turns the planes red, green, blue into Y, Co, Cg. Further planes (alpha) are passed on as they
   * are.
   *
   * @param planes at least three planes of one length, {@code [channel][position]}; not changed
   * @return new planes in the same shape
   */
  static int[][] forward(int[][] planes) {
    int[][] out = copy(planes);
    int[] red = planes[0];
    int[] green = planes[1];
    int[] blue = planes[2];
    for (int i = 0; i < red.length; i++) {
      int co = red[i] - blue[i];
      int t = blue[i] + (co >> 1);
      int cg = green[i] - t;
      out[0][i] = t + (cg >> 1);
      out[1][i] = co;
      out[2][i] = cg;
    }
    return out;
  }

  /**
   * Undoes {@link #forward}.
   *
   * @param planes Y, Co, Cg and any further planes, {@code [channel][position]}; not changed
   * @return new planes red, green, blue and the further ones
   */
  static int[][] inverse(int[][] planes) {
    int[][] out = copy(planes);
    int[] luma = planes[0];
    for (int i = 0; i < luma.length; i++) {
      int co = planes[1][i];
      int cg = planes[2][i];
      int t = luma[i] - (cg >> 1);
      int blue = t - (co >> 1);
      out[0][i] = blue + co;
      out[1][i] = cg + t;
      out[2][i] = blue;
    }
    return out;
  }

  private static int[][] copy(int[][] planes) {
    if (planes.length < COLOURS) {
      throw new IllegalArgumentException(
          "YCoCg-R needs red, green and blue, got " + planes.length + " planes");
    }
    int[][] out = new int[planes.length][];
    for (int c = 0; c < planes.length; c++) {
      out[c] = planes[c].clone();
    }
    return out;
  }
}
