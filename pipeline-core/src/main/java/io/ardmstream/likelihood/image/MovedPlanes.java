package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.transform.image.ColourTransform;
import java.util.List;
import java.util.function.Function;

/**
 * Planes of the tiles before where the motion of the next one, in quarters of samples, says they
 * were. Planes of colours that have half the columns of luma move with the luma of their places.
 */
final class MovedPlanes {
  private final List<ReferencePlanes> from;
  private final PlaneLayout layout;
  private final MotionField motion;
  private final int stride;
  private final int depth;
  private final boolean bounded;

  private MovedPlanes(
      List<ReferencePlanes> from, ColourTile tile, PlaneLayout layout, MotionField motion) {
    this.from = from;
    this.layout = layout;
    this.motion = motion;
    stride = from.get(0).stride();
    depth = tile.depth();
    bounded = tile.channels() == 1 || tile.colours() == ColourTransform.SUBTRACT_GREEN;
  }

  /**
   * Moves planes.
   *
   * @param from those of the tiles before, the last one first
   */
  static ReferencePlanes of(
      List<ReferencePlanes> from, ColourTile tile, PlaneLayout layout, MotionField motion) {
    MovedPlanes moved = new MovedPlanes(from, tile, layout, motion);
    MovedPlanes other = new MovedPlanes(from, tile, layout, motion.other(from.size()));
    return new ReferencePlanes(
        moved.stride,
        moved.between(ReferencePlanes::values, 0),
        other.between(ReferencePlanes::values, 0),
        moved.between(ReferencePlanes::means, ReferencePlanes.MEAN_BITS),
        moved.nearest(ReferencePlanes::errors),
        moved.nearest(ReferencePlanes::misses));
  }

  /** Samples with some bits more, each from between those around where it was. */
  private int[][] between(Function<ReferencePlanes, int[][]> planes, int bits) {
    List<int[][]> tiles = from.stream().map(planes).toList();
    int[][] moved = new int[tiles.get(0).length][];
    for (int c = 0; c < moved.length; c++) {
      moved[c] = between(tiles, c, bits);
    }
    if (!layout.isWhole()) {
      moveColours(moved[0], tiles, true);
    }
    return finished(moved);
  }

  private int[] between(List<int[][]> tiles, int channel, int bits) {
    int range = 1 << depth - (channel == 0 || bounded ? 1 : 0);
    List<QuarterSamples> samples =
        tiles.stream().map(tile -> samples(tile[channel], range, bits)).toList();
    int[] moved = new int[tiles.get(0)[channel].length];
    for (int y = 0; y < layout.rows(); y++) {
      for (int x = 0; x < layout.width(); x++) {
        int square = motion.square(x, y);
        QuarterSamples then = samples.get(motion.age(square));
        moved[place(x, y)] = then.at(4 * x + motion.right(square), 4 * y + motion.down(square));
      }
    }
    return moved;
  }

  private QuarterSamples samples(int[] plane, int range, int bits) {
    int least = -range << bits;
    int greatest = range - 1 << bits;
    return new QuarterSamples(plane, stride, layout.width(), layout.rows(), least, greatest);
  }

  /** What lies nearest to where each sample was. */
  private int[][] nearest(Function<ReferencePlanes, int[][]> planes) {
    List<int[][]> tiles = from.stream().map(planes).toList();
    int[][] moved = new int[tiles.get(0).length][tiles.get(0)[0].length];
    for (int y = 0; y < layout.rows(); y++) {
      for (int x = 0; x < layout.width(); x++) {
        int square = motion.square(x, y);
        int column = within(x + (motion.right(square) + 2 >> 2), layout.width());
        int row = within(y + (motion.down(square) + 2 >> 2), layout.rows());
        int[][] then = tiles.get(motion.age(square));
        for (int c = 0; c < moved.length; c++) {
          moved[c][place(x, y)] = then[c][place(column, row)];
        }
      }
    }
    if (!layout.isWhole()) {
      moveColours(moved[0], tiles, false);
    }
    return finished(moved);
  }

  private int[][] finished(int[][] moved) {
    int[][] planes = layout.isWhole() ? moved : layout.planes(moved[0], place(0, 0), stride);
    for (int[] plane : planes) {
      ReferencePlanes.repeatEdges(plane, stride);
    }
    return planes;
  }

  /** Both planes of colours, in eighths of their samples. */
  private void moveColours(int[] moved, List<int[][]> tiles, boolean between) {
    int half = layout.width() / 2;
    for (int y = 0; y < layout.height() - layout.rows(); y++) {
      for (int x = 0; x < half; x++) {
        int square = motion.square(2 * x, layout.down() * y);
        int[] then = tiles.get(motion.age(square))[0];
        int toRight = 8 * x + motion.right(square);
        int toBelow = 8 * y + motion.down(square) * (layout.down() == 1 ? 2 : 1);
        for (int left = 0; left <= half; left += half) {
          moved[place(left + x, layout.rows() + y)] =
              between
                  ? eighth(then, left, toRight, toBelow)
                  : colour(then, left, toRight + 4 >> 3, toBelow + 4 >> 3);
        }
      }
    }
  }

  private int eighth(int[] plane, int left, int toRight, int toBelow) {
    int x = toRight >> 3;
    int y = toBelow >> 3;
    int right = toRight & 7;
    int down = toBelow & 7;
    int above = (8 - right) * colour(plane, left, x, y) + right * colour(plane, left, x + 1, y);
    int below =
        (8 - right) * colour(plane, left, x, y + 1) + right * colour(plane, left, x + 1, y + 1);
    return (8 - down) * above + down * below + 32 >> 6;
  }

  private int colour(int[] plane, int left, int x, int y) {
    int column = within(x, layout.width() / 2);
    int row = within(y, layout.height() - layout.rows());
    return plane[place(left + column, layout.rows() + row)];
  }

  private static int within(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }

  private int place(int x, int y) {
    return (y + 1) * stride + x + 1;
  }
}
