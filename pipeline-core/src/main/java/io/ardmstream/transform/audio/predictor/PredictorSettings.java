package io.ardmstream.transform.audio.predictor;

import java.util.List;

/**
 * One parameter set of the audio predictor. The published sets are part of the format: a set is
 * never changed, new ones are added at the end.
 *
 * @param ownTaps past samples of the channel itself in the least-squares stage
 * @param otherTaps samples of the channel before, half of them earlier, half of them from the same
 *     frame on
 * @param memory fading of the least-squares stage per frame
 * @param batch frames between two solutions of the least-squares stage
 * @param filterLengths lengths of the adaptive filters, in the order they follow each other
 * @param filterRates their step sizes
 * @param mixerRate step size of the mixers' weights
 */
public record PredictorSettings(
    int ownTaps,
    int otherTaps,
    double memory,
    int batch,
    int[] filterLengths,
    double[] filterRates,
    double mixerRate) {

  /** Ridge of the least-squares stage, in units of the weighted squared samples. */
  public static final double RIDGE = 25;

  private static final int[] FIVE_FILTERS = {1024, 256, 64, 32, 16};
  private static final int[] SIX_FILTERS = {1024, 256, 128, 64, 32, 16};
  private static final int[] LONG_FILTERS = {2048, 512, 256, 64, 32, 16};
  private static final double[] FIVE_RATES = {0.1, 0.1, 0.2, 0.2, 0.2};
  private static final double[] SIX_RATES = {0.1, 0.1, 0.1, 0.2, 0.2, 0.2};
  private static final double[] SLOW_RATES = {0.05, 0.05, 0.05, 0.05, 0.1, 0.1};
  private static final double[] QUICK_RATES = {0.2, 0.2, 0.2, 0.3, 0.3, 0.3};

  private static final List<PredictorSettings> PUBLISHED =
      List.of(
          new PredictorSettings(16, 16, 0.998, 8, FIVE_FILTERS, FIVE_RATES, 0.005),
          new PredictorSettings(32, 32, 0.9985, 4, SIX_FILTERS, SIX_RATES, 0.005),
          new PredictorSettings(32, 32, 0.9995, 4, LONG_FILTERS, SLOW_RATES, 0.002),
          new PredictorSettings(16, 16, 0.997, 4, SIX_FILTERS, QUICK_RATES, 0.005));

  /** Number of published sets; their ids are 0 to this number, exclusive. */
  public static int published() {
    return PUBLISHED.size();
  }

  public static PredictorSettings byId(int id) {
    return PUBLISHED.get(id);
  }
}
