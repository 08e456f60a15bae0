package io.ardmstream.transform;

import java.util.List;

/**
 * One parameter set of the audio predictor. The published sets are part of the format: a set is
 * never changed, new ones are added at the end.
 *
 * @param ownTaps past samples of the channel itself in the least-squares stage
 * @param otherTaps samples of the channel before, half of them earlier, half of them from the same
 *     instant on
 * @param memory fading of the least-squares stage per instant
 * @param batch instants between two solutions of the least-squares stage
 * @param filterLengths lengths of the adaptive filters, in the order they follow each other
 * @param filterRates their step sizes
 * @param mixerRate step size of the mixers' weights
 */
record PredictorSettings(
    int ownTaps,
    int otherTaps,
    double memory,
    int batch,
    int[] filterLengths,
    double[] filterRates,
    double mixerRate) {

  /** Ridge of the least-squares stage, in units of the weighted squared samples. */
  static final double RIDGE = 25;

  private static final int[] FAST_LENGTHS = {1024, 256, 32, 16};

  private static final List<PredictorSettings> PUBLISHED =
      List.of(
          new PredictorSettings(
              16, 16, 0.998, 8, FAST_LENGTHS, new double[] {0.1, 0.2, 0.2, 0.2}, 0.005));

  /** Number of published sets; their ids are 0 to this number, exclusive. */
  static int published() {
    return PUBLISHED.size();
  }

  static PredictorSettings byId(int id) {
    return PUBLISHED.get(id);
  }
}
