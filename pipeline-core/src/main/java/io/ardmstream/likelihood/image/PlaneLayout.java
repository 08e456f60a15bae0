package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.CausalCanvas;

/**
 * Where the planes of a frame lie in a tile of one channel: its luma, and below it, beside each
 * other, the two planes of its colours, which have half the columns. Or the tile is one plane.
 *
 * <p>What is known of samples is kept in an array for each plane, of the tile's shape. A later
 * plane finds that of an earlier one in its own places, the mean where there are several samples.
 *
 * @param width columns of the tile
 * @param height rows of it
 * @param rows of luma; as many as the tile has if it is one plane
 * @param down rows of luma for one of colours; 0 if the tile is one plane
 */
record PlaneLayout(int width, int height, int rows, int down) {
  /** Luma, and both planes of colours. */
  private static final int PLANES = 3;

  /** A tile that is one plane, or has its planes in channels. */
  static PlaneLayout whole(CausalCanvas canvas) {
    return new PlaneLayout(canvas.width(), canvas.height(), canvas.height(), 0);
  }

  /**
   * A layout by its number, which is {@link #down}; one plane if the tile cannot be of that one.
   */
  static PlaneLayout of(int number, CausalCanvas canvas) {
    int height = canvas.height();
    int rows = number == 1 ? height / 2 : (2 * height + 1) / 3;
    boolean fits = number == 1 ? height % 2 == 0 : number == 2 && height % 3 != 1;
    return fits && height > 1 && canvas.width() % 2 == 0
        ? new PlaneLayout(canvas.width(), height, rows, number)
        : whole(canvas);
  }

  boolean isWhole() {
    return down == 0;
  }

  /** How many arrays there are for a tile of so many channels. */
  int planes(int channels) {
    return isWhole() ? channels : PLANES;
  }

  /** The plane of a place: its channel if the tile is whole. */
  int plane(int channel, int x, int y) {
    if (y < rows) {
      return channel;
    }
    return x < width / 2 ? 1 : 2;
  }

  /** The row in its plane of a row of the tile. */
  int row(int y) {
    return y < rows ? y : y - rows;
  }

  /**
   * Shows later planes what has become known of a sample.
   *
   * @param known by plane
   * @param at index of the sample
   * @param stride from a row to the next
   */
  void spread(int[][] known, int x, int y, int at, int stride) {
    if (isWhole()) {
      return;
    }
    int half = width / 2;
    if (y >= rows) {
      if (x < half) {
        known[1][at + half] = known[1][at];
      }
      return;
    }
    int row = y / down;
    boolean last = (x & 1) == 1 && (y == rows - 1 || y % down == down - 1);
    if (last) {
      int blue = at + (rows + row - y) * stride + x / 2 - x;
      int mean = mean(known[0], at, y % down == 1 ? stride : 0);
      known[0][blue] = mean;
      known[0][blue + half] = mean;
    }
  }

  /** Of a sample, the one to the west, and those above them; away from 0 where it is no integer. */
  private static int mean(int[] values, int at, int above) {
    int sum = values[at] + values[at - 1] + values[at - above] + values[at - above - 1];
    return sum < 0 ? -(3 - sum >> 2) : sum + 3 >> 2;
  }

  /**
   * What planes know of a plane of the tile's shape.
   *
   * @param first index of its first sample
   * @param stride from a row to the next
   */
  int[][] planes(int[] plane, int first, int stride) {
    int[][] known = {plane.clone(), plane.clone(), plane};
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        spread(known, x, y, first + y * stride + x, stride);
      }
    }
    return known;
  }

  /** Of what planes know, each place's own: the tile as it is. */
  int[][] inTile(int[][] known, int first, int stride) {
    if (isWhole()) {
      return known;
    }
    int[] tile = known[0].clone();
    for (int y = rows; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = first + y * stride + x;
        tile[at] = known[plane(0, x, y)][at];
      }
    }
    return new int[][] {tile};
  }
}
