package io.ardmstream.transform.audio.predictor;

import io.ardmstream.transform.audio.predictor.PredictorVariant.Part;

/** {@link ChannelPredictor} without some of its parts, for finding out what they bring. */
public final class AblatedPredictor {
  private final PredictorVariant variant;
  private final int ownTaps;
  private final int otherTaps;
  private final double[] other;
  private final LeastSquares first;
  private final Cascade cascade;
  private final BiasCorrection bias = new BiasCorrection();
  private double firstPrediction;
  private int frame;

  /**
   * @param other samples of the channel before, or null
   */
  public AblatedPredictor(PredictorVariant variant, double[] other) {
    PredictorSettings settings = variant.settings();
    this.variant = variant;
    ownTaps = settings.ownTaps();
    otherTaps = other == null ? 0 : settings.otherTaps();
    this.other = other;
    first =
        new LeastSquares(
            ownTaps + otherTaps, settings.memory(), PredictorSettings.RIDGE, settings.batch());
    cascade = new Cascade(settings);
  }

  public double predict() {
    for (int i = 0; i < otherTaps; i++) {
      int at = frame - otherTaps / 2 + i;
      first.regressors()[ownTaps + i] = at < 0 || at >= other.length ? 0 : other[at];
    }
    firstPrediction = has(Part.LEAST_SQUARES) ? first.predict() : 0;
    double sum = firstPrediction + (has(Part.CASCADE) ? cascade.predict() : 0);
    return has(Part.BIAS) ? bias.correct(sum) : sum;
  }

  public void learn(double sample) {
    if (has(Part.LEAST_SQUARES)) {
      first.learn(sample);
    }
    if (has(Part.CASCADE)) {
      cascade.learn(sample - firstPrediction);
    }
    if (has(Part.BIAS)) {
      bias.learn(sample);
    }
    double[] past = first.regressors();
    System.arraycopy(past, 0, past, 1, ownTaps - 1);
    past[0] = sample;
    frame++;
  }

  private boolean has(Part part) {
    return !variant.without().contains(part);
  }
}
