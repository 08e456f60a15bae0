package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;

/**
 * Finds the motion of a tile against the one before it: for each square the vector of the smallest
 * sum of absolute differences of the first channel, brightness apart, with a penalty for what its
 * vector costs. It begins with the vectors around and of the record before, and looks around the
 * best in ever smaller steps.
 */
final class MotionSearch {
  private static final int[] STEPS = {8, 4};

  /** Everything this near is considered: texture gives no hint from farther away. */
  private static final int LAST_REACH = 3;

  /** Penalties in 8-bit levels summed over a square. */
  private static final int UNEXPECTED = 16;

  private static final int FARTHER = 2;

  private final CausalCanvas canvas;
  private final int[] now;
  private final int depthShift;
  private final ReferencePlanes reference;
  private final MotionField field;

  /** How much brighter the tile is than the one before. */
  private final int brighter;

  private int square;
  private int left;
  private int top;
  private int likeRight;
  private int likeDown;
  private int bestRight;
  private int bestDown;
  private long best;

  private MotionSearch(ColourTile tile, ReferencePlanes reference, MotionField last) {
    canvas = tile.canvas();
    now = canvas.cells(0);
    depthShift = tile.depthShift();
    this.reference = reference;
    field = new MotionField(last.side(), canvas.width(), canvas.height());
    brighter = brighter();
  }

  private int brighter() {
    long sum = 0;
    int[] then = reference.values()[0];
    for (int y = 0; y < canvas.height(); y++) {
      int from = canvas.place(0, y);
      int to = (y + 1) * reference.stride() + 1;
      for (int x = 0; x < canvas.width(); x++) {
        sum += now[from + x] - then[to + x];
      }
    }
    return (int) (sum / ((long) canvas.width() * canvas.height()));
  }

  /**
   * The motion of a tile whose samples are known.
   *
   * @param last motion of the tile before
   */
  static MotionField of(ColourTile tile, ReferencePlanes reference, MotionField last) {
    MotionSearch search = new MotionSearch(tile, reference, last);
    for (int square = 0; square < search.field.squares(); square++) {
      search.find(square, last);
    }
    return search.field;
  }

  private void find(int number, MotionField last) {
    square = number;
    left = square % field.columns() * field.side();
    top = square / field.columns() * field.side();
    int like = field.predictor(square);
    likeRight = like < 0 ? 0 : field.right(like);
    likeDown = like < 0 ? 0 : field.down(like);
    best = Long.MAX_VALUE;
    consider(0, 0);
    if (best > 0) {
      consider(likeRight, likeDown);
      consider(last.right(square), last.down(square));
      int above = square - field.columns();
      if (above >= 0) {
        consider(field.right(above), field.down(above));
      }
      for (int step : STEPS) {
        refine(step, step);
      }
      refine(LAST_REACH, 1);
    }
    field.set(square, bestRight, bestDown);
  }

  /** Considers the vectors around the best one, so far from it and so far apart. */
  private void refine(int reach, int step) {
    int right = bestRight;
    int down = bestDown;
    for (int y = -reach; y <= reach; y += step) {
      for (int x = -reach; x <= reach; x += step) {
        consider(right + x, down + y);
      }
    }
  }

  private void consider(int right, int down) {
    long cost = penalty(right, down);
    int bottom = Math.min(canvas.height(), top + field.side());
    for (int y = top; y < bottom && cost < best; y++) {
      cost += row(y, right, down);
    }
    if (cost < best) {
      best = cost;
      bestRight = right;
      bestDown = down;
    }
  }

  private long penalty(int right, int down) {
    int distance = Math.abs(right - likeRight) + Math.abs(down - likeDown);
    int unexpected = distance == 0 ? 0 : UNEXPECTED + FARTHER * distance;
    boolean rests = right == 0 && down == 0;
    return (long) (rests ? 0 : field.side() * field.side() / 4 + unexpected) << depthShift;
  }

  private int row(int y, int right, int down) {
    int from = canvas.place(0, y);
    int row = Math.max(0, Math.min(canvas.height() - 1, y + down));
    int to = (row + 1) * reference.stride() + 1;
    int[] then = reference.values()[0];
    int end = Math.min(canvas.width(), left + field.side());
    int sum = 0;
    if (left + right >= 0 && end + right <= canvas.width()) {
      for (int x = left; x < end; x++) {
        sum += Math.abs(now[from + x] - then[to + x + right] - brighter);
      }
    } else {
      for (int x = left; x < end; x++) {
        int column = Math.max(0, Math.min(canvas.width() - 1, x + right));
        sum += Math.abs(now[from + x] - then[to + column] - brighter);
      }
    }
    return sum;
  }
}
