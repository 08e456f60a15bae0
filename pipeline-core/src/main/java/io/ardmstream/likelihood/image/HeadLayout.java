package io.ardmstream.likelihood.image;

/**
 * What the columns of a head's output mean for channel {@code c}: logits, offsets and log-scales of
 * the mixture, the weights of the dynamic kernel over the nearest taps, and the weights of the
 * residuals of the channels before. All are in 1/256.
 *
 * @param components logistics in the mixture
 */
public record HeadLayout(int components) {

  /** Taps of the dynamic kernel: west, north, north-west, north-east and the two beyond. */
  public static final int KERNEL = 6;

  /** Fractional bits of a head's output. */
  public static final int FRACTION = 8;

  /** Columns for channel {@code channel}. */
  public int width(int channel) {
    return 3 * components + KERNEL + channel;
  }

  /** First column of the dynamic kernel. */
  public int kernel() {
    return 3 * components;
  }

  /** First column of the weights of earlier residuals. */
  public int residuals() {
    return 3 * components + KERNEL;
  }
}
