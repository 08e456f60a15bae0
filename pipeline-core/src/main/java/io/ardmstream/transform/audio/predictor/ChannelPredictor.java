package io.ardmstream.transform.audio.predictor;

import java.util.Arrays;

/**
 * Predicts one channel of a block, sample by sample: least squares over the channel's own past and
 * the surroundings in another channel, then the cascade over what that leaves, then the correction
 * of bias. Samples are on the scale of 16-bit audio whatever their depth.
 */
public final class ChannelPredictor {
  private final int ownTaps;
  private final int otherTaps;
  private final boolean goesOn;
  private double[] other;
  private final LeastSquares first;
  private final Cascade cascade;
  private final BiasCorrection bias = new BiasCorrection();
  private double firstPrediction;
  private int frame;

  /**
   * A predictor of channels that end where their samples do.
   *
   * @param other the samples of the channel this one leans on, all of them known, or null for the
   *     first channel
   */
  public ChannelPredictor(PredictorSettings settings, double[] other) {
    this(settings, other, false);
  }

  /**
   * A predictor.
   *
   * @param other as above
   * @param goesOn whether both channels go on behind these samples, see {@link #next}
   */
  public ChannelPredictor(PredictorSettings settings, double[] other, boolean goesOn) {
    ownTaps = settings.ownTaps();
    otherTaps = other == null ? 0 : settings.otherTaps();
    this.goesOn = goesOn;
    this.other = other == null ? null : padded(other, new double[otherTaps / 2]);
    first =
        new LeastSquares(
            ownTaps + otherTaps, settings.memory(), PredictorSettings.RIDGE, settings.batch());
    cascade = new Cascade(settings);
  }

  /**
   * Goes on with the next stretch of both channels.
   *
   * @param nextOther the samples of the channel this one leans on; null for the first channel
   */
  public void next(double[] nextOther) {
    if (other != null) {
      other = padded(nextOther, Arrays.copyOfRange(other, frame, frame + otherTaps / 2));
    }
    frame = 0;
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

  /**
   * Samples with those before them and as many after them. What follows is not known yet; where
   * something does, the last sample stands for it, as zeros would be learnt from.
   */
  private double[] padded(double[] samples, double[] before) {
    int margin = before.length;
    int end = margin + samples.length;
    double[] out = new double[end + margin];
    System.arraycopy(before, 0, out, 0, margin);
    System.arraycopy(samples, 0, out, margin, samples.length);
    if (goesOn) {
      Arrays.fill(out, end, out.length, out[end - 1]);
    }
    return out;
  }
}
