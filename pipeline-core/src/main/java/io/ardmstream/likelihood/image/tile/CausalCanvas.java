package io.ardmstream.likelihood.image.tile;

/**
 * The samples of one tile known so far, with margins that continue them beyond the tile's edges.
 *
 * <p>A margin is filled only from samples that the wavefront reaches before any window reads the
 * margin, so encoder and decoder see the same values: left of a row stands the first sample of the
 * row above, right of it its own last sample, and row {@code -k} is row 0 moved right by {@code
 * slope * k}. What nothing reaches is 0, the middle of the range.
 */
public final class CausalCanvas {

  private final CausalWindow window;
  private final int width;
  private final int height;
  private final int stride;
  private final int[][] cells;

  /** An empty canvas. */
  public CausalCanvas(CausalWindow window, int width, int height, int channels) {
    this.window = window;
    this.width = width;
    this.height = height;
    this.stride = width + 2 * window.radius();
    this.cells = new int[channels][stride * (height + window.radius())];
  }

  /** Samples per row. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Planes. */
  public int channels() {
    return cells.length;
  }

  /** Distance of vertical neighbours in {@link #cells}. */
  public int stride() {
    return stride;
  }

  /** Samples of a channel with margins. */
  public int[] cells(int channel) {
    return cells[channel];
  }

  /** Index of a sample in {@link #cells}. */
  public int place(int x, int y) {
    return (y + window.radius()) * stride + x + window.radius();
  }

  /** A known sample. */
  public int get(int channel, int x, int y) {
    return cells[channel][place(x, y)];
  }

  /** Makes a sample known. */
  public void set(int channel, int x, int y, int value) {
    int[] plane = cells[channel];
    int at = place(x, y);
    plane[at] = value;
    if (y == 0) {
      continueUpwards(plane, x, value);
    }
    if (x == 0 && y + 1 < height) {
      java.util.Arrays.fill(plane, at + stride - window.radius(), at + stride, value);
    }
    if (x == width - 1) {
      java.util.Arrays.fill(plane, at + 1, at + 1 + window.radius(), value);
    }
  }

  private void continueUpwards(int[] plane, int x, int value) {
    for (int k = 1; k <= window.radius(); k++) {
      int moved = x + window.slope() * k;
      if (moved < width + window.radius()) {
        plane[place(moved, -k)] = value;
      }
    }
  }
}
