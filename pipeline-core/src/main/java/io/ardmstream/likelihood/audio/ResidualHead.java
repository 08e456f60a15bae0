package io.ardmstream.likelihood.audio;

/**
 * What the columns of the audio head mean: logits, offsets and log-scales of the mixture, relative
 * to the loudness around; then the weights of the dynamic kernel. All are in 1/256.
 *
 * @param components logistics in the mixture
 */
public record ResidualHead(int components) {

  /** Fractional bits of the output. */
  public static final int FRACTION = 8;

  /** Columns. */
  public int width() {
    return 3 * components + AudioFeatures.KERNEL;
  }

  /** First column of the dynamic kernel. */
  public int kernel() {
    return 3 * components;
  }
}
