package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.Hash;

/** Whether colours follow each other, so that a channel is better predicted relative to another. */
public final class RelativeColours {
  private RelativeColours() {}

  /** Compares the lengths of the errors of both predictions of the second and third channel. */
  public static boolean pay(int[][] planes, int width) {
    long gain = 0;
    for (int c = 1; c < Math.min(3, planes.length); c++) {
      gain += gain(planes[c], planes[c - 1], width);
    }
    return gain > 0;
  }

  private static long gain(int[] plane, int[] base, int width) {
    PixelNeighbours pixels = new PixelNeighbours(width);
    long gain = 0;
    for (int at = 0; at < plane.length; at++) {
      pixels.look(plane, at % width, at / width);
      int alone = plane[at] - pixels.gradient();
      int together = plane[at] - base[at] - pixels.gradientOfDifference(plane, base);
      gain += Hash.log(Math.abs(alone)) - Hash.log(Math.abs(together));
    }
    return gain;
  }
}
