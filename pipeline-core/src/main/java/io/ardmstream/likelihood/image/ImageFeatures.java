package io.ardmstream.likelihood.image;

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

  /** Writes the features of the pixel at index {@code at} of the canvas. */
  public void fill(
      CausalCanvas canvas, int[] offsets, int at, int depthShift, float[] row, int from) {
    int out = from;
    int near = from + CHANNELS * offsets.length;
    int means = near + CHANNELS * NEAR;
    for (int c = 0; c < CHANNELS; c++) {
      int[] plane = canvas.cells(Math.min(c, canvas.channels() - 1));
      boolean empty = c >= canvas.channels();
      int mean = empty ? 0 : mean(plane, at, canvas.stride());
      for (int i = 0; i < offsets.length; i++) {
        int difference = empty ? 0 : plane[at + offsets[i]] - mean >> depthShift;
        row[out++] = clip(difference);
        if (i < NEAR) {
          row[near++] = Compander.compand(difference);
        }
      }
      row[means + c] = clip(mean >> depthShift);
    }
  }

  static int clip(int value) {
    return Math.max(-BOUND, Math.min(BOUND, value));
  }
}
