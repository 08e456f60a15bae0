package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.transform.image.ColourTransform;
import java.util.List;

/**
 * Planes of the tile before where the motion of the next one, in quarters of samples, says they
 * were. Planes of colours that have half the columns of luma move with the luma of their places.
 */
final class MovedPlanes {
  private final PlaneLayout layout;
  private final MotionField motion;
  private final int stride;
  private final int depth;
  private final boolean bounded;

  private MovedPlanes(
      ReferencePlanes from, ColourTile tile, PlaneLayout layout, MotionField motion) {
    this.layout = layout;
    this.motion = motion;
    stride = from.stride();
    depth = tile.depth();
    bounded = tile.channels() == 1 || tile.colours() == ColourTransform.SUBTRACT_GREEN;
  }

  /** Moves planes. */
  static ReferencePlanes of(
      List<ReferencePlanes> from, ColourTile tile, PlaneLayout layout, MotionField motion) {
    MovedPlanes moved = new MovedPlanes(from.get(0), tile, layout, motion);
    return new ReferencePlanes(
        from.get(0).stride(),
        moved.between(from.stream().map(ReferencePlanes::values).toList(), 0),
        Boolean.getBoolean("chain")
            ? moved.between(from.stream().map(ReferencePlanes::before).toList(), 0)
            : new MovedPlanes(from.get(0), tile, layout, motion.other(from.size()))
                .between(from.stream().map(ReferencePlanes::values).toList(), 0),
        moved.between(
            from.stream().map(ReferencePlanes::means).toList(), ReferencePlanes.MEAN_BITS),
        moved.whole(from.stream().map(ReferencePlanes::errors).toList()),
        moved.whole(from.stream().map(ReferencePlanes::misses).toList()));
  }

  /** Samples with some bits more, each from between those around where it was. */
  private int[][] between(List<int[][]> ages, int bits) {
    int[][] planes = ages.get(0);
    int[][] moved = new int[planes.length][];
    for (int c = 0; c < planes.length && (c == 0 || layout.isWhole()); c++) {
      int half = 1 << depth - (c == 0 || bounded ? 1 : 0);
      int width = layout.width();
      int channel = c;
      List<QuarterSamples> samples =
          ages.stream()
              .map(
                  p ->
                      new QuarterSamples(
                          p[channel],
                          stride,
                          width,
                          layout.rows(),
                          -half << bits,
                          half - 1 << bits))
              .toList();
      moved[c] = new int[planes[c].length];
      for (int y = 0; y < layout.rows(); y++) {
        for (int x = 0; x < width; x++) {
          int square = motion.square(x, y);
          int right = motion.right(square);
          moved[c][place(x, y)] =
              samples.get(motion.age(square)).at(4 * x + right, 4 * y + motion.down(square));
        }
      }
    }
    return spread(moved, ages, true);
  }

  /** What lies nearest to where each sample was. */
  private int[][] whole(List<int[][]> ages) {
    int[][] planes = ages.get(0);
    int[][] moved = new int[planes.length][];
    for (int c = 0; c < planes.length && (c == 0 || layout.isWhole()); c++) {
      moved[c] = new int[planes[c].length];
      for (int y = 0; y < layout.rows(); y++) {
        for (int x = 0; x < layout.width(); x++) {
          int square = motion.square(x, y);
          int column = x + (motion.right(square) + 2 >> 2);
          int row = y + (motion.down(square) + 2 >> 2);
          moved[c][place(x, y)] =
              ages.get(motion.age(square))[c][
                  place(within(column, layout.width()), within(row, layout.rows()))];
        }
      }
    }
    return spread(moved, ages, false);
  }

  private int[][] spread(int[][] moved, List<int[][]> planes, boolean between) {
    if (!layout.isWhole()) {
      moveColours(moved[0], planes, between);
      System.arraycopy(layout.planes(moved[0], place(0, 0), stride), 0, moved, 0, moved.length);
    }
    for (int[] plane : moved) {
      ReferencePlanes.repeatEdges(plane, stride);
    }
    return moved;
  }

  /** Both planes of colours, in eighths of their samples. */
  private void moveColours(int[] moved, List<int[][]> ages, boolean between) {
    int half = layout.width() / 2;
    for (int y = 0; y < layout.height() - layout.rows(); y++) {
      for (int x = 0; x < half; x++) {
        int square = motion.square(2 * x, layout.down() * y);
        int toRight = 8 * x + motion.right(square);
        int toBelow = 8 * y + motion.down(square) * (layout.down() == 1 ? 2 : 1);
        int[][] planes = ages.get(motion.age(square));
        for (int c = 1; c <= 2; c++) {
          int left = c == 1 ? 0 : half;
          moved[place(left + x, layout.rows() + y)] =
              between
                  ? eighth(planes[c], left, toRight, toBelow)
                  : colour(planes[c], left, toRight + 4 >> 3, toBelow + 4 >> 3);
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
