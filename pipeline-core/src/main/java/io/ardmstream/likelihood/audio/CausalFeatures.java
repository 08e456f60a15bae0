package io.ardmstream.likelihood.audio;

/**
 * The network's view of one residual when all earlier ones are known, and those of the channel
 * before at all frames.
 *
 * <p>Features are relative to the loudness of the last four residuals: the loudness of the last
 * {@value #TAPS} and of four longer stretches before them, the last four values; loudness and
 * values of the channel before around the frame; that loudness itself, the block's, how far the
 * block has come, and whether there is a channel before.
 */
public final class CausalFeatures {

  /** Features of a residual. */
  public static final int WIDTH = 37;

  /** Values of the dynamic kernel: the last four, and the other channel's at the frame. */
  public static final int KERNEL = 5;

  private static final int TAPS = 16;
  private static final int FIRST_STRETCH = 4;
  private static final int STRETCHES = 4;
  private static final int NEAREST = 4;
  private static final int OTHER_REACH = 2;
  private static final int OTHER_STRETCH = 3;
  private static final int FLAG = 64;
  private static final int VALUE_BITS = 5;

  private CausalFeatures() {}

  /**
   * Writes the features of a frame and returns the loudness they are relative to.
   *
   * @param own residuals of the channel, known up to the frame
   * @param other residuals of the channel before, all known; null if there is none
   * @param row receives {@value #WIDTH} features of a magnitude of at most {@value
   *     AudioFeatures#BOUND}
   * @param kernel receives the {@value #KERNEL} values of the dynamic kernel
   */
  public static int fill(
      ResidualHistory own, ResidualHistory other, int frame, int[] row, int[] kernel) {
    int reference = reference(own, frame);
    int out = 0;
    for (int j = 1; j <= TAPS; j++) {
      row[out++] = clip(4 * (own.loudness(frame - j) - reference));
    }
    for (int k = 0; k < STRETCHES; k++) {
      int logarithm = FIRST_STRETCH + k;
      int mean = own.loudness(frame - (2 << logarithm), logarithm);
      row[out++] = clip(4 * (mean - reference));
    }
    for (int j = 0; j < NEAREST; j++) {
      kernel[j] = own.value(frame - 1 - j);
      row[out++] = clip(Loudness.normalise(kernel[j], reference, VALUE_BITS));
    }
    out = other(other, frame, reference, row, out, kernel);
    row[out++] = clip(reference);
    row[out++] = clip(4 * (own.meanLoudness() - reference));
    row[out++] = clip(4 * Loudness.of(own.earlier() + frame >> 4));
    row[out] = other == null ? 0 : FLAG;
    return reference;
  }

  private static int other(
      ResidualHistory other, int frame, int reference, int[] row, int from, int[] kernel) {
    int out = from;
    boolean there = other != null;
    int around = there ? other.loudness(frame - (1 << OTHER_STRETCH - 1), OTHER_STRETCH) : 0;
    for (int j = -OTHER_REACH; j <= OTHER_REACH; j++) {
      row[out++] = there ? clip(4 * (other.loudness(frame + j) - around)) : 0;
    }
    for (int j = -1; j <= 1; j++) {
      int value = there ? other.value(frame + j) : 0;
      row[out++] = clip(Loudness.normalise(value, reference, VALUE_BITS));
    }
    kernel[NEAREST] = there ? other.value(frame) : 0;
    row[out++] = there ? clip(4 * (around - other.meanLoudness())) : 0;
    return out;
  }

  /** Weighted mean loudness of the last four residuals, the last two counting twice. */
  private static int reference(ResidualHistory own, int frame) {
    int near = own.loudness(frame - 1) + own.loudness(frame - 2);
    int far = own.loudness(frame - 3) + own.loudness(frame - 4);
    return (2 * near + far + 3) / 6;
  }

  private static int clip(long value) {
    return (int) Math.max(-AudioFeatures.BOUND, Math.min(AudioFeatures.BOUND, value));
  }
}
