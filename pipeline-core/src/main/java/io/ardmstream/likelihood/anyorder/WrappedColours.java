package io.ardmstream.likelihood.anyorder;

/**
 * Red, green and blue of 8 bits as green, red less green and blue less green, the differences
 * modulo 256 and moved so that small ones share their first digit.
 */
public final class WrappedColours {

  private static final int MIDDLE = 136;

  private WrappedColours() {}

  /** The three channels of a pixel, 0 to 255. */
  public static int[] forward(int red, int green, int blue) {
    return new int[] {green, red - green + MIDDLE & 255, blue - green + MIDDLE & 255};
  }

  /** Red, green and blue again. */
  public static int[] inverse(int first, int second, int third) {
    return new int[] {second + first - MIDDLE & 255, first, third + first - MIDDLE & 255};
  }
}
