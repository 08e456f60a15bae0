package io.ardmstream.transform.audio;

import io.ardmstream.transform.audio.predictor.ChannelPredictor;
import io.ardmstream.transform.audio.predictor.LeastSquares;
import io.ardmstream.transform.audio.predictor.PredictorSettings;

/**
 * Predicts the samples of one channel, sample by sample, by their ranks among the channel's values:
 * one prediction for each of some predictor sets, and one made of them all.
 *
 * <p>The last is a least-squares fit of what the first set's prediction lacks, from how far the
 * others lie from it and from the last error; with a single set it is that set's prediction.
 */
public final class RankPredictor {
  private static final double MEMORY = 0.998;
  private static final int BATCH = 4;

  private ValueSet values;
  private final ChannelPredictor[] sets;
  private final double[] predictions;
  private final LeastSquares fit;
  private final double scale;
  private final double unscale;
  private final int largest;
  private double joint;

  RankPredictor(
      AudioParameters parameters, ValueSet values, double[] before, boolean goesOn, int[] ofSets) {
    this.values = values;
    sets = new ChannelPredictor[ofSets.length];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = new ChannelPredictor(PredictorSettings.byId(ofSets[i]), before, goesOn);
    }
    predictions = new double[sets.length];
    fit = new LeastSquares(sets.length, MEMORY, PredictorSettings.RIDGE, BATCH);
    scale = ChannelCoding.scale(parameters.bitDepth());
    unscale = 1 / scale;
    largest = (int) ((1L << parameters.bitDepth() - 1) - 1);
  }

  /** Goes on with the next stretch of the channel. */
  void next(ValueSet ofStretch, double[] before) {
    values = ofStretch;
    for (ChannelPredictor set : sets) {
      set.next(before);
    }
  }

  /** How many predictions there are: that of all sets, then those of the sets. */
  public int count() {
    return sets.length == 1 ? 1 : 1 + sets.length;
  }

  /**
   * Predicts the next sample.
   *
   * @param places receives {@link #count} predictions in 1/256 of a rank
   */
  public void predict(long[] places) {
    for (int i = 0; i < sets.length; i++) {
      predictions[i] = sets[i].predict();
    }
    joint = predictions[0];
    if (sets.length > 1) {
      double[] regressors = fit.regressors();
      for (int i = 1; i < sets.length; i++) {
        regressors[i - 1] = predictions[i] - predictions[0];
        places[1 + i] = values.place(predictions[i] * unscale);
      }
      places[1] = values.place(predictions[0] * unscale);
      joint = predictions[0] + fit.predict();
    }
    places[0] = values.place(joint * unscale);
  }

  /** Takes in the sample that was to be predicted, and returns it, centred on 0. */
  public int learn(int rank) {
    int sample = Math.max(-largest - 1, Math.min(largest, values.value(rank)));
    double scaled = sample * scale;
    for (ChannelPredictor set : sets) {
      set.learn(scaled);
    }
    if (sets.length > 1) {
      fit.learn(scaled - predictions[0]);
      fit.regressors()[sets.length - 1] = scaled - joint;
    }
    return sample;
  }
}
