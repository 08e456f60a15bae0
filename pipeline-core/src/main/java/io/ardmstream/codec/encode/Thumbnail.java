package io.ardmstream.codec.encode;

import io.ardmstream.media.SampleLayout;

/**
 * A small picture of a record, to tell without coding whether it resembles another one.
 *
 * @param values means of {@value #REDUCTION} by {@value #REDUCTION} samples, row by row
 */
record Thumbnail(int width, int height, int[] values) {
  private static final int REDUCTION = 4;

  /** How far a whole picture may have moved, in samples of the small one. */
  private static final int REACH = 8;

  /** The small picture of one of the planes: of three colours, the second. */
  static Thumbnail of(RecordPlan plan) {
    SampleLayout layout = plan.layout();
    int[] plane = plan.planes()[layout.channels() >= 3 ? 1 : 0];
    int width = (layout.width() - 1) / REDUCTION + 1;
    int height = (layout.height() - 1) / REDUCTION + 1;
    int[] values = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        values[y * width + x] = mean(plane, layout, x * REDUCTION, y * REDUCTION);
      }
    }
    return new Thumbnail(width, height, values);
  }

  private static int mean(int[] plane, SampleLayout layout, int left, int top) {
    long sum = 0;
    int count = 0;
    for (int y = top; y < Math.min(layout.height(), top + REDUCTION); y++) {
      for (int x = left; x < Math.min(layout.width(), left + REDUCTION); x++) {
        sum += plane[y * layout.width() + x];
        count++;
      }
    }
    return (int) (sum / count);
  }

  /**
   * Whether another one of this shape, moved as a whole, tells something of this one: of the
   * differences of horizontal neighbours, so that it does not matter how bright either is.
   */
  boolean resembles(Thumbnail other) {
    long limit = roughness();
    for (int down = -REACH; down <= REACH; down++) {
      for (int right = -REACH; right <= REACH; right++) {
        if (difference(other, right, down, limit) <= limit) {
          return true;
        }
      }
    }
    return false;
  }

  /** Sum of the differences of horizontal neighbours, and a level for each of them. */
  private long roughness() {
    long sum = values.length;
    for (int y = 0; y < height; y++) {
      for (int x = 1; x < width; x++) {
        sum += Math.abs(values[y * width + x] - values[y * width + x - 1]);
      }
    }
    return sum;
  }

  private long difference(Thumbnail other, int right, int down, long limit) {
    long sum = 0;
    for (int y = 0; y < height && sum <= limit; y++) {
      int row = Math.max(0, Math.min(height - 1, y + down)) * width;
      int before = other.values[row + column(right)];
      for (int x = 1; x < width; x++) {
        int here = other.values[row + column(x + right)];
        int rise = values[y * width + x] - values[y * width + x - 1];
        sum += Math.abs(rise - (here - before));
        before = here;
      }
    }
    return sum;
  }

  private int column(int x) {
    return Math.max(0, Math.min(width - 1, x));
  }
}
