package io.ardmstream.likelihood.anyorder;

/**
 * What the columns of the head's output mean: for each channel in turn logits, offsets and
 * log-scales of the mixture, and the weights of the {@linkplain TileFeatures#taps taps}. All are in
 * 1/256.
 *
 * @param components logistics in the mixture
 */
public record TileHead(int components) {

  /** Columns of one channel. */
  public int width() {
    return 3 * components + TileFeatures.TAPS;
  }

  /** First of a channel's weights of taps. */
  int taps(int channel) {
    return channel * width() + 3 * components;
  }
}
