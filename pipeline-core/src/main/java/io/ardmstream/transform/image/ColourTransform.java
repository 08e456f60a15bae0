package io.ardmstream.transform.image;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/**
 * Reversible transforms of red, green and blue samples of d bits into one channel of d bits and two
 * that range over -(2^d - 1) to 2^d - 1. Models name theirs by its number.
 */
@PublicApi(Stability.EVOLVING)
public enum ColourTransform {
  /** Number 0: YCoCg-R (Malvar and Sullivan, 2003). */
  YCOCG_R {
    @Override
    public int[][] forward(int[][] planes) {
      return YCoCgR.forward(planes);
    }

    @Override
    public int[][] inverse(int[][] planes) {
      return YCoCgR.inverse(planes);
    }
  },

  /** Number 1: green, red less green, blue less green. */
  SUBTRACT_GREEN {
    @Override
    public int[][] forward(int[][] planes) {
      int[] green = planes[1];
      return new int[][] {green.clone(), minus(planes[0], green), minus(planes[2], green)};
    }

    @Override
    public int[][] inverse(int[][] planes) {
      int[] green = planes[0];
      return new int[][] {plus(planes[1], green), green.clone(), plus(planes[2], green)};
    }
  };

  /**
   * The transform of that number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ColourTransform of(int number) {
    if (number < 0 || number >= values().length) {
      throw new IllegalArgumentException(
          "colour transform " + number + " is unknown; known are 0 to " + (values().length - 1));
    }
    return values()[number];
  }

  /** Its number in the format of models. */
  public int number() {
    return ordinal();
  }

  /**
   * Turns planes of red, green and blue into the transform's channels.
   *
   * @param planes three of one length, {@code [channel][position]}; not changed
   */
  public abstract int[][] forward(int[][] planes);

  /**
   * Undoes {@link #forward}.
   *
   * @param planes three of one length, {@code [channel][position]}; not changed
   */
  public abstract int[][] inverse(int[][] planes);

  private static int[] minus(int[] plane, int[] other) {
    int[] out = plane.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] -= other[i];
    }
    return out;
  }

  private static int[] plus(int[] plane, int[] other) {
    int[] out = plane.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] += other[i];
    }
    return out;
  }
}
