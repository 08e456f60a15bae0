package io.ardmstream.likelihood.image.tile;

import java.util.Arrays;

/**
 * The network's view of one pixel: its causal window relative to a local mean, so that the features
 * do not change when all samples are shifted alike.
 *
 * <p>Per channel, with m = (west + north) / 2 rounded down: every tap minus m, the {@value #NEAR}
 * nearest taps minus m companded; then m of every channel. Differences are in units of 8-bit levels
 * ({@code depthShift} bits are dropped from deeper samples).
 */
public final class ImageFeatures {

  /** Largest magnitude of a difference. */
  public static final int BOUND = 255;

  /** Taps that are also given companded. */
  static final int NEAR = 12;

  /** Channels of the model: grey pictures have two empty ones. */
  public static final int CHANNELS = 3;

  private final CausalWindow window;
  private final int[][] taps;

  public ImageFeatures(CausalWindow window) {
    this.window = window;
    this.taps = window.taps();
  }

  /** The window. */
  public CausalWindow window() {
    return window;
  }

  /** Features per pixel. */
  public int width() {
    return CHANNELS * (taps.length + NEAR + 1);
  }

  /** Offsets of the taps in a canvas of that stride. */
  public int[] offsets(int stride) {
    int[] offsets = new int[taps.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = taps[i][1] * stride + taps[i][0];
    }
    return offsets;
  }

  /** Local mean of a channel: half of west plus north, rounded down. */
  public static int mean(int[] plane, int at, int stride) {
    return plane[at - 1] + plane[at - stride] >> 1;
  }

  /**
   * Writes the features of pixels, one after another in every plane.
   *
   * @param places of the pixels in the cells of the canvas
   * @param from first of them, and where to write in the planes
   * @param to end of them, exclusive
   * @param planes one for each feature
   */
  public void fill(
      CausalCanvas canvas,
      int[] offsets,
      int[] places,
      int from,
      int to,
      int depthShift,
      float[][] planes) {
    int near = CHANNELS * offsets.length;
    int means = near + CHANNELS * NEAR;
    for (int c = 0; c < CHANNELS; c++) {
      float[] mean = planes[means + c];
      int first = c * offsets.length;
      if (c < canvas.channels()) {
        int[] cells = canvas.cells(c);
        means(cells, canvas.stride(), places, from, to, mean);
        for (int i = 0; i < offsets.length; i++) {
          float[] tap = planes[first + i];
          differences(cells, offsets[i], places, from, to, mean, depthShift, tap);
          if (i < NEAR) {
            compand(tap, from, to, planes[near + c * NEAR + i]);
          }
          clip(tap, from, to);
        }
        levels(mean, from, to, depthShift);
      } else {
        Arrays.fill(mean, from, to, 0);
        for (int i = 0; i < offsets.length; i++) {
          Arrays.fill(planes[first + i], from, to, 0);
        }
        for (int i = 0; i < NEAR; i++) {
          Arrays.fill(planes[near + c * NEAR + i], from, to, 0);
        }
      }
    }
  }

  private static void means(
      int[] cells, int stride, int[] places, int from, int to, float[] means) {
    for (int row = from; row < to; row++) {
      means[row] = mean(cells, places[row], stride);
    }
  }

  private static void differences(
      int[] cells,
      int offset,
      int[] places,
      int from,
      int to,
      float[] means,
      int depthShift,
      float[] differences) {
    for (int row = from; row < to; row++) {
      differences[row] = cells[places[row] + offset] - (int) means[row] >> depthShift;
    }
  }

  private static void compand(float[] differences, int from, int to, float[] companded) {
    for (int row = from; row < to; row++) {
      companded[row] = Compander.compand((int) differences[row]);
    }
  }

  private static void clip(float[] values, int from, int to) {
    for (int row = from; row < to; row++) {
      values[row] = Math.max(-BOUND, Math.min(BOUND, values[row]));
    }
  }

  /** Means that differences were made with, as features of their own. */
  private static void levels(float[] means, int from, int to, int depthShift) {
    for (int row = from; row < to; row++) {
      means[row] = clip((int) means[row] >> depthShift);
    }
  }

  static int clip(int value) {
    return Math.max(-BOUND, Math.min(BOUND, value));
  }
}
