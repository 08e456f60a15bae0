package io.ardmstream.likelihood.image;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.TileNeighbours;
import java.util.Arrays;

/**
 * A second opinion of one channel's samples like that of a {@link LocalPredictor}, which also sees
 * the tile before. What it learnt in a band of rows it keeps for the next tile.
 */
final class LeaningPredictor {
  private static final int BATCH = 16;

  /** Regressors from the tile before: five samples, error, mean and the sample before that. */
  private static final int BEFORE = 8;

  /** Regressors from the tile before for each earlier channel. */
  private static final int EARLIER = 2;

  private final int channel;
  private final BandedFit fit;

  LeaningPredictor(int channel, int height, int depthShift) {
    this.channel = channel;
    int regressors = LocalPredictor.regressors(channel) + BEFORE + EARLIER * channel;
    fit = new BandedFit(regressors, BATCH, height, depthShift);
  }

  /** Goes on with another tile. */
  void begin(CausalCanvas canvas) {
    fit.begin(canvas);
  }

  /**
   * Sets the opinion of a sample.
   *
   * @param opinion of one component; its range is set
   * @param around looked at the sample
   * @param before the same in the tile before
   * @param centre the network's, in 1/256 of the sample's levels
   * @param green what values lack to be those of the neighbours
   * @param errors how far samples of each channel lay from the network's centre, in 1/256
   * @return the centre of the opinion, in 1/256
   */
  long predict(
      LogisticMixture opinion,
      TileNeighbours around,
      SampleBefore before,
      int row,
      int at,
      long centre,
      int green,
      int[][] errors) {
    double[] regressors = fit.regressors(row);
    long colour = centre + ((long) green << 8);
    int own = LocalPredictor.fill(fit, regressors, channel, around, at, colour, errors);
    fill(regressors, own, around, before, colour);
    return fit.predict(opinion, at, centre);
  }

  private void fill(
      double[] regressors, int from, TileNeighbours around, SampleBefore before, long colour) {
    int to = from;
    if (!before.exists()) {
      Arrays.fill(regressors, from, regressors.length, 0);
      return;
    }
    regressors[to++] = fit.distance(before.here, colour);
    regressors[to++] = fit.distance(before.west, colour);
    regressors[to++] = fit.distance(before.east, colour);
    regressors[to++] = fit.distance(before.north, colour);
    regressors[to++] = fit.distance(before.south, colour);
    regressors[to++] = fit.levels(before.error);
    regressors[to++] = fit.levels(((long) before.mean << 8 - ReferencePlanes.MEAN_BITS) - colour);
    regressors[to++] = fit.distance(before.earlier, colour);
    for (int k = 1; k <= channel; k++) {
      long then = (long) before.channel(k) << 8;
      regressors[to++] = fit.distance(around.before(k, 0), then);
      regressors[to++] = fit.distance(before.channel(k), (long) before.here << 8);
    }
  }

  /** How far such opinions were off around, in 1/256 of an 8-bit level, at least 9. */
  int miss() {
    return fit.miss();
  }

  /** How far such opinions were off, in 1/256 of an 8-bit level, by the canvas's index. */
  int[] misses() {
    return fit.misses();
  }

  /** Takes in the sample at an index. */
  void learn(int value, int at) {
    fit.learn(value, at);
  }
}
