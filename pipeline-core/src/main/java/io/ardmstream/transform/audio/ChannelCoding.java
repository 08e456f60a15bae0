package io.ardmstream.transform.audio;

import io.ardmstream.transform.audio.predictor.ChannelPredictor;

/**
 * One channel of a block between samples and residuals. A residual is the rank of the sample among
 * the channel's values less the rank of the value closest to the prediction, wrapped around to the
 * shorter side, so there are no more residuals than values.
 */
final class ChannelCoding {
  private final ValueSet values;
  private final ChannelPredictor predictor;
  private final double scale;
  private final double unscale;
  private final int largest;

  ChannelCoding(AudioParameters parameters, ValueSet values, double[] before) {
    this.values = values;
    predictor = new ChannelPredictor(parameters.settings(), before);
    scale = scale(parameters.bitDepth());
    unscale = 1 / scale;
    largest = (int) ((1L << (parameters.bitDepth() - 1)) - 1);
  }

  /** What brings samples of a depth to the scale of 16-bit audio: a power of two. */
  static double scale(int bitDepth) {
    return (double) (1L << MOST_BITS - bitDepth) / (1L << MOST_BITS - 16);
  }

  private static final int MOST_BITS = 32;

  void toResiduals(int[] samples, int[] residuals) {
    for (int i = 0; i < samples.length; i++) {
      long nearest = values.nearest(predictor.predict() * unscale);
      residuals[i] = wrap(values.rank(samples[i]) - nearest);
      predictor.learn(samples[i] * scale);
    }
  }

  void toSamples(int[] residuals, int[] samples) {
    for (int i = 0; i < samples.length; i++) {
      long nearest = values.nearest(predictor.predict() * unscale);
      long rank = Math.floorMod(nearest + residuals[i], values.size());
      samples[i] = Math.max(-largest - 1, Math.min(largest, values.value(rank)));
      predictor.learn(samples[i] * scale);
    }
  }

  private int wrap(long difference) {
    long size = values.size();
    if (difference < -(size / 2)) {
      return (int) (difference + size);
    }
    return (int) (difference > (size - 1) / 2 ? difference - size : difference);
  }
}
