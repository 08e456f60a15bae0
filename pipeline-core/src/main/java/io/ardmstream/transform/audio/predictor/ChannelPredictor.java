package io.ardmstream.transform.audio.predictor;

/**
 * Predicts one channel of a block, sample by sample: least squares over the channel's own past and
 * the surroundings in another channel, then the cascade over what that leaves, then the correction
 * of bias. Samples are on the scale of 16-bit audio whatever their depth.
 */
public final class ChannelPredictor {
  private final int ownTaps;
  private final int otherTaps;
  private final double[] other;
  private final LeastSquares first;
  private final Cascade cascade;
  private final BiasCorrection bias = new BiasCorrection();
  private double firstPrediction;
  private int frame;

  /**
   * @param other the samples of the channel this one leans on, all of them known, or null for the
   *     first channel
   */
  public ChannelPredictor(PredictorSettings settings, double[] other) {
    ownTaps = settings.ownTaps();
    otherTaps = other == null ? 0 : settings.otherTaps();
    this.other = other == null ? null : padded(other, otherTaps / 2);
    first =
        new LeastSquares(
            ownTaps + otherTaps, settings.memory(), PredictorSettings.RIDGE, settings.batch());
    cascade = new Cascade(settings);
  }

  public double predict() {
    if (other != null) {
      System.arraycopy(other, frame, first.regressors(), ownTaps, otherTaps);
    }
    firstPrediction = first.predict();
    return bias.correct(firstPrediction + cascade.predict());
  }

  /** Takes in the sample that was to be predicted. */
  public void learn(double sample) {
    first.learn(sample);
    cascade.learn(sample - firstPrediction);
    bias.learn(sample);
    double[] past = first.regressors();
    System.arraycopy(past, 0, past, 1, ownTaps - 1);
    past[0] = sample;
    frame++;
  }

  private static double[] padded(double[] samples, int margin) {
    double[] out = new double[samples.length + 2 * margin];
    System.arraycopy(samples, 0, out, margin, samples.length);
    return out;
  }
}
