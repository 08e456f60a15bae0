package io.ardmstream.likelihood.image;

import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the motion of a tile against those before it: for each square the tile and the vector of
 * the smallest sum of absolute differences of the first plane, brightness apart, with a penalty for
 * what its vector costs. It begins with the vectors around and of the record before, looks around
 * the best in ever smaller steps, and at last between the samples.
 */
final class MotionSearch {
  /** In quarters of samples, as are all distances here. */
  private static final int[] STEPS = {32, 16};

  private static final int SAMPLE = 4;

  /** Every sample this near is considered: texture gives no hint from farther away. */
  private static final int LAST_REACH = 3 * SAMPLE;

  /** Penalties in 8-bit levels summed over a square. */
  private static final int MOVES = 4;

  private static final int UNEXPECTED = 7;

  /** Weights of differences: in noise some vector always has smaller ones, which tell nothing. */
  private static final int RESTING = 64;

  private static final int MOVING = 12;
  private static final int CHANGING = 16;

  private final CausalCanvas canvas;
  private final int[] now;
  private final int depthShift;
  private final MotionField last;
  private final MotionField field;
  private final List<Tile> before = new ArrayList<>();
  private int square;
  private int age;
  private int right;
  private int down;
  private long cost;

  private MotionSearch(ColourTile tile, List<ReferencePlanes> references, MotionField last) {
    canvas = tile.canvas();
    now = canvas.cells(0);
    depthShift = tile.depthShift();
    this.last = last;
    field = last.atRest();
    int half = 1 << tile.depth() - 1;
    for (ReferencePlanes planes : references) {
      int[] plane = planes.values()[0];
      int stride = planes.stride();
      QuarterSamples between =
          new QuarterSamples(plane, stride, canvas.width(), field.height(), -half, half - 1);
      before.add(new Tile(plane, stride, between, brighter(plane, stride)));
    }
  }

  /**
   * A tile that may be leant on.
   *
   * @param brighter how much the tile at hand is brighter
   */
  private record Tile(int[] plane, int stride, QuarterSamples between, int brighter) {}

  private int brighter(int[] then, int stride) {
    long sum = 0;
    for (int y = 0; y < field.height(); y++) {
      int from = canvas.place(0, y);
      int to = (y + 1) * stride + 1;
      for (int x = 0; x < canvas.width(); x++) {
        sum += now[from + x] - then[to + x];
      }
    }
    return (int) (sum / ((long) canvas.width() * field.height()));
  }

  /**
   * The motion of a tile whose samples are known.
   *
   * @param references the tiles before it, the last one first
   * @param last motion of the tile before
   */
  static MotionField of(ColourTile tile, List<ReferencePlanes> references, MotionField last) {
    MotionSearch search = new MotionSearch(tile, references, last);
    for (int square = 0; square < search.field.squares(); square++) {
      search.find(square);
    }
    return search.field;
  }

  private void find(int number) {
    square = number;
    long least = Long.MAX_VALUE;
    for (age = 0; age < before.size() && least > 0; age++) {
      findInTile();
      if (cost < least) {
        least = cost;
        field.set(square, age, right, down);
      }
    }
  }

  /** The best vector into one tile. */
  private void findInTile() {
    cost = Long.MAX_VALUE;
    consider(0, 0);
    if (cost == 0) {
      return;
    }
    consider(last.right(square), last.down(square));
    for (int near : new int[] {field.predictor(square), square - field.columns()}) {
      if (near >= 0) {
        consider(field.right(near), field.down(near));
      }
    }
    for (int step : STEPS) {
      refine(step, step, SAMPLE);
    }
    refine(LAST_REACH, SAMPLE, SAMPLE);
    refine(2, 2, 1);
    refine(1, 1, 1);
  }

  /**
   * Considers the vectors around the best one.
   *
   * @param reach how far from it
   * @param step how far apart
   * @param unit to a multiple of which the best one is rounded before
   */
  private void refine(int reach, int step, int unit) {
    int toRight = right + unit / 2 & -unit;
    int toBelow = down + unit / 2 & -unit;
    for (int y = -reach; y <= reach; y += step) {
      for (int x = -reach; x <= reach; x += step) {
        consider(toRight + x, toBelow + y);
      }
    }
  }

  private void consider(int toRight, int toBelow) {
    boolean rests = toRight == 0 && toBelow == 0 && age == 0;
    int unlike = unlike(toRight, toBelow);
    long sum = (long) (rests ? 0 : MOVES) + unlike << depthShift;
    int weight = RESTING + (rests ? 0 : MOVING) + (unlike == 0 ? 0 : CHANGING);
    int top = square / field.columns() * field.side();
    int bottom = Math.min(field.height(), top + field.side());
    boolean whole = toRight % SAMPLE == 0 && toBelow % SAMPLE == 0;
    for (int y = top; y < bottom && sum * weight < cost; y++) {
      sum += whole ? row(y, toRight / SAMPLE, toBelow / SAMPLE) : rowBetween(y, toRight, toBelow);
    }
    if (sum * weight < cost) {
      cost = sum * weight;
      right = toRight;
      down = toBelow;
    }
  }

  /** What it costs in levels that a vector is not the expected one. */
  private int unlike(int toRight, int toBelow) {
    int like = field.predictor(square);
    int acrossOff = Math.abs(toRight - (like < 0 ? 0 : field.right(like)));
    int downOff = Math.abs(toBelow - (like < 0 ? 0 : field.down(like)));
    boolean expected = acrossOff + downOff == 0 && age == (like < 0 ? 0 : field.age(like));
    return expected ? 0 : UNEXPECTED + acrossOff + downOff;
  }

  private int row(int y, int toRight, int toBelow) {
    Tile tile = before.get(age);
    int[] then = tile.plane;
    int from = canvas.place(0, y);
    int to = (Math.max(0, Math.min(field.height() - 1, y + toBelow)) + 1) * tile.stride + 1;
    int left = square % field.columns() * field.side();
    int end = Math.min(canvas.width(), left + field.side());
    int sum = 0;
    if (left + toRight >= 0 && end + toRight <= canvas.width()) {
      for (int x = left; x < end; x++) {
        sum += Math.abs(now[from + x] - then[to + x + toRight] - tile.brighter);
      }
    } else {
      for (int x = left; x < end; x++) {
        int column = Math.max(0, Math.min(canvas.width() - 1, x + toRight));
        sum += Math.abs(now[from + x] - then[to + column] - tile.brighter);
      }
    }
    return sum;
  }

  private int rowBetween(int y, int toRight, int toBelow) {
    Tile tile = before.get(age);
    int from = canvas.place(0, y);
    int left = square % field.columns() * field.side();
    int end = Math.min(canvas.width(), left + field.side());
    int sum = 0;
    for (int x = left; x < end; x++) {
      int then = tile.between.at(SAMPLE * x + toRight, SAMPLE * y + toBelow);
      sum += Math.abs(now[from + x] - then - tile.brighter);
    }
    return sum;
  }
}
