package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/** Turns batches that are held by rows into such that are held by features, and back. */
@PublicApi(Stability.EVOLVING)
public final class Planes {

  private Planes() {}

  /**
   * Planes of rows.
   *
   * @param width values of a row
   * @param values row-major, at least {@code count * width}
   * @param count of the rows
   * @return {@code width} planes of {@code count} values
   */
  public static float[][] of(int width, float[] values, int count) {
    float[][] planes = new float[width][count];
    for (int i = 0; i < width; i++) {
      for (int row = 0; row < count; row++) {
        planes[i][row] = values[row * width + i];
      }
    }
    return planes;
  }

  /**
   * The first rows of planes.
   *
   * @param planes that are at least {@code count} long
   * @param count of the rows
   * @return row-major
   */
  public static float[] rows(float[][] planes, int count) {
    float[] values = new float[planes.length * count];
    for (int i = 0; i < planes.length; i++) {
      for (int row = 0; row < count; row++) {
        values[row * planes.length + i] = planes[i][row];
      }
    }
    return values;
  }
}
