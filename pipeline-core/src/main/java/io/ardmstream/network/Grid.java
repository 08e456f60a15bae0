package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/**
 * How the rows of a network lie beside each other: picture after picture, each row by row. Row r of
 * a batch is the position r mod (width · height) of its picture.
 *
 * @param width positions in a row of a picture
 * @param height rows of a picture
 */
@PublicApi(Stability.EVOLVING)
public record Grid(int width, int height) {
  private static final int MOST_POSITIONS = 1 << 16;

  /** Checks the ranges. */
  public Grid {
    if (width < 1 || height < 1 || (long) width * height > MOST_POSITIONS) {
      throw new IllegalArgumentException("a grid of " + width + " x " + height);
    }
  }

  /** Rows of one picture; batches have a multiple of them. */
  public int positions() {
    return width * height;
  }

  /**
   * The position beside another one.
   *
   * @return -1 beyond the edge of the picture
   */
  int beside(int position, int right, int down) {
    int x = position % width + right;
    int y = position / width + down;
    return x < 0 || x >= width || y < 0 || y >= height ? -1 : y * width + x;
  }
}
