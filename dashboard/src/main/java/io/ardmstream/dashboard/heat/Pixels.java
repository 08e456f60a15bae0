package io.ardmstream.dashboard.heat;

import io.ardmstream.media.SampleLayout;

/** Samples as bytes that a page can draw. */
final class Pixels {

  private static final int COLOURS = 3;

  private Pixels() {}

  /** Red, green and blue of every cell; grey where there are fewer channels. */
  static byte[] of(SampleLayout layout, int[][] planes, CoarseGrid cells) {
    byte[] bytes = new byte[COLOURS * cells.columns() * cells.rows()];
    for (int c = 0; c < COLOURS; c++) {
      int[] plane = planes[layout.channels() >= COLOURS ? c : 0];
      float[] means = cells.means(levels(layout, plane));
      for (int i = 0; i < means.length; i++) {
        bytes[COLOURS * i + c] = (byte) Math.round(means[i]);
      }
    }
    return bytes;
  }

  /** The least and the greatest sample of the first channel in every cell. */
  static byte[] wave(SampleLayout layout, int[][] planes, CoarseGrid cells) {
    float[] levels = levels(layout, planes[0]);
    byte[] bytes = new byte[2 * cells.columns()];
    for (int column = 0; column < cells.columns(); column++) {
      float least = Float.MAX_VALUE;
      float greatest = 0;
      for (int x = cells.left(column); x < cells.left(column + 1); x++) {
        least = Math.min(least, levels[x]);
        greatest = Math.max(greatest, levels[x]);
      }
      bytes[2 * column] = (byte) Math.round(least);
      bytes[2 * column + 1] = (byte) Math.round(greatest);
    }
    return bytes;
  }

  private static float[] levels(SampleLayout layout, int[] plane) {
    double range = (double) layout.greatest() - layout.least();
    float[] levels = new float[plane.length];
    for (int i = 0; i < plane.length; i++) {
      levels[i] = (float) (255 * ((double) plane[i] - layout.least()) / range);
    }
    return levels;
  }
}
