package io.ardmstream.block.turbo;

/** Whether the first and third channel of a picture are smoother relative to the second. */
final class ColourChoice {
  /** One row in so many is looked at. */
  private static final int ROWS = 4;

  private ColourChoice() {}

  /** Compares what neighbours in rows differ by, of the channels and of their differences. */
  static boolean isRelative(int[][] planes, int width) {
    if (planes.length < TurboPicture.COLOURS) {
      return false;
    }
    long gain = 0;
    for (int from = 0; from < planes[0].length; from += ROWS * width) {
      gain += gain(planes[0], planes[1], from, from + width);
      gain += gain(planes[2], planes[1], from, from + width);
    }
    return gain > 0;
  }

  private static long gain(int[] plane, int[] base, int from, int to) {
    long gain = 0;
    for (int i = from + 1; i < to; i++) {
      int alone = plane[i] - plane[i - 1];
      gain += Math.abs(alone) - Math.abs(alone - base[i] + base[i - 1]);
    }
    return gain;
  }
}
