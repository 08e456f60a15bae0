package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.TileNeighbours;
import java.util.Arrays;

/**
 * A tile that was coded, as the tile after it sees it: planes with a margin of one sample that
 * repeats their edges. Values are those of colours where the transform subtracted green.
 *
 * @param stride distance of vertical neighbours
 * @param values the samples
 * @param before the samples of a tile before this one, where the motion says they were
 * @param means running means of the samples along their motion, in 1/16
 * @param errors how far the samples lay from the network's centre, in 1/256
 * @param misses how far they lay from the local opinion's, in 1/256 of an 8-bit level
 */
record ReferencePlanes(
    int stride, int[][] values, int[][] before, int[][] means, int[][] errors, int[][] misses) {
  static final int MEAN_BITS = 4;

  /** A sample this far from its mean, in 8-bit levels, begins a new one. */
  private static final int FAR = 12;

  /** How much a sample moves its mean, in sixteenths. */
  private static final int MEAN_RATE = 6;

  /**
   * The planes of a first tile.
   *
   * @param fineErrors how far samples lay from the network's centre, by the canvas's index
   * @param misses how far they lay from the local opinion's, by the same
   */
  static ReferencePlanes first(ColourTile tile, int[][] fineErrors, int[][] misses) {
    int[][] values = values(tile);
    int[][] means = new int[values.length][];
    for (int c = 0; c < means.length; c++) {
      means[c] = Arrays.stream(values[c]).map(value -> value << MEAN_BITS).toArray();
    }
    return new ReferencePlanes(
        tile.canvas().width() + 2,
        values,
        values,
        means,
        padded(tile, fineErrors),
        padded(tile, misses));
  }

  /** The planes of the tile that was coded after this one. */
  ReferencePlanes next(ColourTile tile, int[][] fineErrors, int[][] misses, MotionField motion) {
    int[][] now = values(tile);
    int[][] old = new int[now.length][now[0].length];
    int[][] mean = new int[now.length][now[0].length];
    int far = FAR << tile.depthShift() + MEAN_BITS;
    for (int c = 0; c < now.length; c++) {
      for (int y = 0; y < tile.canvas().height(); y++) {
        for (int x = 0; x < tile.canvas().width(); x++) {
          int at = (y + 1) * stride + x + 1;
          int from = motion.index(x, y);
          int value = now[c][at] << MEAN_BITS;
          int change = value - means[c][from];
          boolean anew = Math.abs(change) > far;
          mean[c][at] = anew ? value : means[c][from] + (change * MEAN_RATE >> 4);
          old[c][at] = values[c][from];
        }
      }
      repeatEdges(old[c], stride);
      repeatEdges(mean[c], stride);
    }
    return new ReferencePlanes(
        stride, now, old, mean, padded(tile, fineErrors), padded(tile, misses));
  }

  /** The same with samples and means as they lie in the tile, where it has several planes. */
  ReferencePlanes inTile(PlaneLayout layout) {
    return new ReferencePlanes(
        stride,
        layout.inTile(values, stride + 1, stride),
        before,
        layout.inTile(means, stride + 1, stride),
        errors,
        misses);
  }

  /** The same for those that are not to know what was before. */
  ReferencePlanes withoutBefore() {
    return new ReferencePlanes(stride, values, values, means, errors, misses);
  }

  private static int[][] values(ColourTile tile) {
    TileNeighbours around = new TileNeighbours(tile);
    CausalCanvas canvas = tile.canvas();
    int[][] colours = new int[canvas.channels()][];
    for (int c = 0; c < colours.length; c++) {
      colours[c] = canvas.cells(c).clone();
      for (int at = 0; at < colours[c].length; at++) {
        colours[c][at] += around.green(c, at);
      }
    }
    return padded(tile, colours);
  }

  /** The samples of planes that lie like the canvas. */
  private static int[][] padded(ColourTile tile, int[][] cells) {
    CausalCanvas canvas = tile.canvas();
    int stride = canvas.width() + 2;
    int[][] planes = new int[cells.length][stride * (canvas.height() + 2)];
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < canvas.height(); y++) {
        System.arraycopy(
            cells[c], canvas.place(0, y), planes[c], (y + 1) * stride + 1, canvas.width());
      }
      repeatEdges(planes[c], stride);
    }
    return planes;
  }

  static void repeatEdges(int[] plane, int stride) {
    int rows = plane.length / stride;
    for (int row = 1; row < rows - 1; row++) {
      plane[row * stride] = plane[row * stride + 1];
      plane[row * stride + stride - 1] = plane[row * stride + stride - 2];
    }
    System.arraycopy(plane, stride, plane, 0, stride);
    System.arraycopy(plane, (rows - 2) * stride, plane, (rows - 1) * stride, stride);
  }
}
