package io.ardmstream.transform.audio.predictor;

/**
 * Adaptive filters in a row, longest first: each predicts what the ones before it left over, and
 * two mixers (one for the absolute, one for the squared error) add up their predictions; the mixer
 * that did better lately counts for more.
 */
final class Cascade {
  /**
   * Share of the whole prediction, next to that of the stages before, in what a stage sees as
   * explained.
   */
  private static final double LOOK_AHEAD = 0.1;

  private static final double LOSS_FLOOR = 1e-9;
  private static final double LOSS_MEMORY = 0.95;
  private static final double FIT_MEMORY = 0.998;
  private static final int FIT_BATCH = 4;

  private final NormalisedLms[] stages;
  private final double[] predictions;
  private final StageMixer absolute;
  private final StageMixer squared;
  private final LeastSquares fit;
  private double trust;
  private double fitted;
  private double fitLoss = 1;
  private double prediction;

  Cascade(PredictorSettings settings) {
    int count = settings.filterLengths().length;
    stages = new NormalisedLms[count];
    for (int i = 0; i < count; i++) {
      stages[i] = new NormalisedLms(settings.filterLengths()[i], settings.filterRates()[i]);
    }
    predictions = new double[count];
    absolute = new StageMixer(count, StageMixer.Loss.ABSOLUTE, settings.mixerRate());
    squared = new StageMixer(count, StageMixer.Loss.SQUARED, settings.mixerRate());
    fit = new LeastSquares(count + 1, FIT_MEMORY, PredictorSettings.RIDGE, FIT_BATCH);
  }

  double predict() {
    for (int i = 0; i < stages.length; i++) {
      predictions[i] = stages[i].predict();
    }
    trust = share(absolute.recentLoss(), squared.recentLoss());
    double mixed = blend(absolute.mix(predictions), squared.mix(predictions));
    fit.regressors()[0] = mixed;
    System.arraycopy(predictions, 0, fit.regressors(), 1, predictions.length);
    fitted = fit.predict();
    double trustInFit = share(fitLoss, Math.min(absolute.recentLoss(), squared.recentLoss()));
    prediction = trustInFit * fitted + (1 - trustInFit) * mixed;
    return prediction;
  }

  /** Takes in what was to be predicted. */
  void learn(double actual) {
    double explained = 0;
    for (int i = 0; i < stages.length; i++) {
      double weight = Math.max(0, blend(absolute.weight(i), squared.weight(i)));
      stages[i].learn(actual - (1 - LOOK_AHEAD) * explained - LOOK_AHEAD * prediction);
      explained += weight * predictions[i];
    }
    absolute.learn(predictions, actual);
    squared.learn(predictions, actual);
    fit.learn(actual);
    fitLoss = LOSS_MEMORY * fitLoss + (1 - LOSS_MEMORY) * Math.abs(actual - fitted);
  }

  private double blend(double ofAbsolute, double ofSquared) {
    return trust * ofAbsolute + (1 - trust) * ofSquared;
  }

  /** The share of one of two opinions, by the fourth power of what they lost lately. */
  private static double share(double ownLoss, double otherLoss) {
    double ratio = otherLoss / (ownLoss + LOSS_FLOOR);
    double fourth = ratio * ratio * ratio * ratio;
    return fourth / (1 + fourth);
  }
}
