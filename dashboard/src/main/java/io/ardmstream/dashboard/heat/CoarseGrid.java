package io.ardmstream.dashboard.heat;

import io.ardmstream.media.SampleLayout;
import java.util.Arrays;

/**
 * A coarser grid over the places of a record.
 *
 * @param width places a row
 * @param height rows of places
 * @param columns cells a row
 * @param rows rows of cells
 */
record CoarseGrid(int width, int height, int columns, int rows) {

  /** Of the same proportions, with at most so many cells across and down. */
  static CoarseGrid of(SampleLayout layout, int most) {
    int larger = Math.max(layout.width(), layout.height());
    double shrink = Math.min(1, (double) most / Math.max(1, larger));
    return new CoarseGrid(
        layout.width(),
        layout.height(),
        cells(layout.width(), shrink),
        cells(layout.height(), shrink));
  }

  private static int cells(int length, double shrink) {
    return length == 0 ? 0 : Math.max(1, (int) Math.round(length * shrink));
  }

  /** Places that a cell stands for side by side, rounded up. */
  int across() {
    return columns == 0 ? 0 : (width + columns - 1) / columns;
  }

  /** First column of places of a column of cells. */
  int left(int column) {
    return (int) ((long) column * width / columns);
  }

  /** First row of places of a row of cells. */
  int top(int row) {
    return (int) ((long) row * height / rows);
  }

  /** The mean over the places of every cell. */
  float[] means(float[] places) {
    float[] means = new float[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        means[row * columns + column] = mean(places, column, row);
      }
    }
    return means;
  }

  private float mean(float[] places, int column, int row) {
    double sum = 0;
    int count = 0;
    for (int y = top(row); y < top(row + 1); y++) {
      for (int x = left(column); x < left(column + 1); x++, count++) {
        sum += places[y * width + x];
      }
    }
    return (float) (sum / count);
  }

  static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  /** The value that a share of all does not exceed; at least a little more than nothing. */
  static float quantile(float[] values, double share) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float found = sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    return Math.max(found, 0.01f);
  }

  /** As bytes, 255 standing for the limit and all above. */
  static byte[] scaled(float[] values, float limit) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) Math.round(255 * Math.min(1, values[i] / limit));
    }
    return bytes;
  }
}
