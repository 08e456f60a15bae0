package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;

/** Tells from the samples of a tile whether they are several planes. */
final class LayoutSearch {
  /** A change that stands for none, in 8-bit levels. */
  private static final double FAINT = 1.0 / 16;

  /** Beyond that of the edges of pictures. */
  private static final double LEAST_SHARPNESS = 4;

  private LayoutSearch() {}

  /** The layout of a tile whose samples are known. */
  static PlaneLayout of(ColourTile tile) {
    PlaneLayout best = PlaneLayout.whole(tile.canvas());
    double sharpest = LEAST_SHARPNESS;
    for (int down = 1; down <= 2 && tile.channels() == 1; down++) {
      PlaneLayout layout = PlaneLayout.of(down, tile.canvas());
      if (!layout.isWhole()) {
        double sharpness = sharpness(tile, layout);
        if (sharpness > sharpest) {
          sharpest = sharpness;
          best = layout;
        }
      }
    }
    return best;
  }

  /**
   * How much sharper the edges between the planes are than other rows and columns against each
   * other: that below the luma times that between the colours.
   */
  private static double sharpness(ColourTile tile, PlaneLayout layout) {
    CausalCanvas canvas = tile.canvas();
    double faint = FAINT * (1 << tile.depthShift()) * layout.width();
    int width = layout.width();
    int height = layout.height();
    double rows = faint * height;
    double columns = faint * (height - layout.rows());
    long between = 0;
    long below = 0;
    for (int y = 1; y < height; y++) {
      for (int x = 1; x < width; x++) {
        int here = canvas.get(0, x, y);
        int fromAbove = Math.abs(here - canvas.get(0, x, y - 1));
        int fromWest = Math.abs(here - canvas.get(0, x - 1, y));
        rows += fromAbove;
        below += y == layout.rows() ? fromAbove : 0;
        columns += y >= layout.rows() ? fromWest : 0;
        between += y >= layout.rows() && x == width / 2 ? fromWest : 0;
      }
    }
    return below * height / rows * between * width / columns;
  }
}
