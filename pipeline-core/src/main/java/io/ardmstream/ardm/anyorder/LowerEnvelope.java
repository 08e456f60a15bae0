package io.ardmstream.ardm.anyorder;

/**
 * The lowest of many lines, for lines that come in order of falling slope and are asked for in
 * order of rising abscissa: constant time each, on average.
 */
final class LowerEnvelope {
  private final int[] names;
  private final double[] slopes;
  private final double[] intercepts;
  private int first;
  private int end;

  LowerEnvelope(int capacity) {
    names = new int[capacity];
    slopes = new double[capacity];
    intercepts = new double[capacity];
  }

  void clear() {
    first = 0;
    end = 0;
  }

  /** Adds a line whose slope is at most that of the one before. */
  void add(int name, double slope, double intercept) {
    while (end - first > 1 && hidesLast(slope, intercept)) {
      end--;
    }
    if (end > first && slopes[end - 1] == slope) {
      if (intercepts[end - 1] <= intercept) {
        return;
      }
      end--;
    }
    names[end] = name;
    slopes[end] = slope;
    intercepts[end++] = intercept;
  }

  /** Name of the lowest line at x, which is not less than at the call before. */
  int lowestAt(double x) {
    while (end - first > 1 && at(first + 1, x) <= at(first, x)) {
      first++;
    }
    return names[first];
  }

  private double at(int line, double x) {
    return slopes[line] * x + intercepts[line];
  }

  /** Whether the last line is nowhere below both the one before it and the new one. */
  private boolean hidesLast(double slope, double intercept) {
    int last = end - 1;
    int before = end - 2;
    return (intercept - intercepts[before]) * (slopes[before] - slopes[last])
        <= (intercepts[last] - intercepts[before]) * (slopes[before] - slope);
  }
}
