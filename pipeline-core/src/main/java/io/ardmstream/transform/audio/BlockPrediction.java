package io.ardmstream.transform.audio;

/** Runs the predictor over the channels of a block, in either direction. */
final class BlockPrediction {

  private BlockPrediction() {}

  /** Samples, centred on 0, to residuals. */
  static int[][] residuals(int[][] ofBlock, AudioParameters parameters) {
    int[][] samples = parameters.coded(ofBlock);
    int[][] residuals = new int[samples.length][];
    double[] before = null;
    for (int c = 0; c < samples.length; c++) {
      residuals[c] = new int[samples[c].length];
      if (parameters.channels().get(c) instanceof ChannelCode.Predicted predicted) {
        ChannelCoding coding = new ChannelCoding(parameters, predicted.values(), before);
        coding.toResiduals(samples[c], residuals[c]);
      }
      before = scaled(samples[c], parameters.bitDepth());
    }
    return residuals;
  }

  /** Residuals to samples, centred on 0. */
  static int[][] restore(int[][] residuals, AudioParameters parameters) {
    int[][] samples = new int[residuals.length][];
    double[] before = null;
    for (int c = 0; c < residuals.length; c++) {
      samples[c] = new int[residuals[c].length];
      ChannelCode code = parameters.channels().get(c);
      if (code instanceof ChannelCode.Predicted predicted) {
        ChannelCoding coding = new ChannelCoding(parameters, predicted.values(), before);
        coding.toSamples(residuals[c], samples[c]);
      } else if (code instanceof ChannelCode.Copied copy && c > 0) {
        copy(samples[c - 1], copy.negated(), parameters.bitDepth(), samples[c]);
      }
      before = scaled(samples[c], parameters.bitDepth());
    }
    return parameters.samples(samples);
  }

  /** The least sample has no counterpart; only damaged parameters ask for it. */
  static void copy(int[] from, boolean negated, int bitDepth, int[] to) {
    int greatest = (int) ((1L << (bitDepth - 1)) - 1);
    for (int i = 0; i < to.length; i++) {
      to[i] = negated ? Math.min(greatest, -from[i]) : from[i];
    }
  }

  static double[] scaled(int[] samples, int bitDepth) {
    double scale = ChannelCoding.scale(bitDepth);
    double[] out = new double[samples.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = samples[i] * scale;
    }
    return out;
  }
}
