package io.ardmstream.likelihood.image;

/**
 * A plane between its samples, in quarters of their distance, as H.264 makes them: half samples by
 * six taps, quarters as the mean of the two nearest of these. Where a video was coded so, the moved
 * samples are those that its coder saw. Places beyond the edges are moved to them.
 */
final class QuarterSamples {
  private final int[] plane;
  private final int stride;
  private final int width;
  private final int height;
  private final int least;
  private final int greatest;

  /**
   * The upper rows of a plane of {@link ReferencePlanes}.
   *
   * @param least of all samples
   * @param greatest of all samples
   */
  QuarterSamples(int[] plane, int stride, int width, int height, int least, int greatest) {
    this.plane = plane;
    this.stride = stride;
    this.width = width;
    this.height = height;
    this.least = least;
    this.greatest = greatest;
  }

  /** The sample at a place, given in quarters. */
  int at(int quarterX, int quarterY) {
    int x = quarterX >> 2;
    int y = quarterY >> 2;
    int right = quarterX & 3;
    int down = quarterY & 3;
    if (right == 0 && down == 0) {
      return sample(x, y);
    }
    if (down == 0) {
      int half = across(x, y);
      return right == 2 ? half : mean(half, sample(x + (right >> 1), y));
    }
    if (right == 0) {
      int half = along(x, y);
      return down == 2 ? half : mean(half, sample(x, y + (down >> 1)));
    }
    if (right == 2) {
      int centre = centre(x, y);
      return down == 2 ? centre : mean(centre, across(x, y + (down >> 1)));
    }
    int beside = along(x + (right >> 1), y);
    return down == 2 ? mean(centre(x, y), beside) : mean(across(x, y + (down >> 1)), beside);
  }

  private static int mean(int one, int other) {
    return one + other + 1 >> 1;
  }

  private int sample(int x, int y) {
    int column = Math.max(0, Math.min(width - 1, x));
    int row = Math.max(0, Math.min(height - 1, y));
    return plane[(row + 1) * stride + column + 1];
  }

  /** Half a sample to the right. */
  private int across(int x, int y) {
    return clipped(sixAcross(x, y) + 16 >> 5);
  }

  /** Half a sample down. */
  private int along(int x, int y) {
    int sum =
        six(
            sample(x, y - 2),
            sample(x, y - 1),
            sample(x, y),
            sample(x, y + 1),
            sample(x, y + 2),
            sample(x, y + 3));
    return clipped(sum + 16 >> 5);
  }

  /** Half a sample to the right and down. */
  private int centre(int x, int y) {
    int sum =
        six(
            sixAcross(x, y - 2),
            sixAcross(x, y - 1),
            sixAcross(x, y),
            sixAcross(x, y + 1),
            sixAcross(x, y + 2),
            sixAcross(x, y + 3));
    return clipped(sum + 512 >> 10);
  }

  private int sixAcross(int x, int y) {
    return six(
        sample(x - 2, y),
        sample(x - 1, y),
        sample(x, y),
        sample(x + 1, y),
        sample(x + 2, y),
        sample(x + 3, y));
  }

  private static int six(int a, int b, int c, int d, int e, int f) {
    return a + f - 5 * (b + e) + 20 * (c + d);
  }

  private int clipped(int sample) {
    return Math.max(least, Math.min(greatest, sample));
  }
}
