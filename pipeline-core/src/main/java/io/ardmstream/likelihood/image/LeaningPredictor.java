package io.ardmstream.likelihood.image;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.transform.audio.LeastSquares;
import java.util.Arrays;

/**
 * A second opinion of one channel's samples like that of a {@link LocalPredictor}, which also sees
 * the tile before. What it learnt in a band of rows it keeps for the next tile.
 */
final class LeaningPredictor {
  private static final int BAND_ROWS = 16;
  private static final double MEMORY = 0.995;
  private static final double RIDGE = 12;
  private static final int BATCH = 16;

  /** Regressors from the tile before: five samples, error, mean and the sample before that. */
  private static final int BEFORE = 8;

  /** Regressors from the tile before for each earlier channel. */
  private static final int EARLIER = 2;

  /** Greatest correction, in 8-bit levels. */
  private static final double MOST = 64;

  private final int channel;
  private final int depthShift;
  private final double level;
  private final LeastSquares[] bands;
  private int[] misses;
  private final float[] logistic = new float[3];
  private LeastSquares fit;
  private long mean;
  private double correction;
  private int miss;

  LeaningPredictor(int channel, int height, int depthShift) {
    this.channel = channel;
    this.depthShift = depthShift;
    level = 1.0 / (256L << depthShift);
    bands = new LeastSquares[(height - 1) / BAND_ROWS + 1];
  }

  /** Goes on with another tile, whose canvas has so many cells. */
  void begin(int cells) {
    misses = new int[cells];
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
      int stride,
      long centre,
      int green,
      int[][] errors) {
    mean = centre;
    int band = row / BAND_ROWS;
    if (bands[band] == null) {
      int own = LocalPredictor.regressors(channel);
      bands[band] = new LeastSquares(own + BEFORE + EARLIER * channel, MEMORY, RIDGE, BATCH);
    }
    fit = bands[band];
    long colour = centre + ((long) green << 8);
    int own =
        LocalPredictor.fill(fit.regressors(), level, channel, stride, around, at, colour, errors);
    fill(fit.regressors(), own, around, before, colour);
    correction = Math.max(-MOST, Math.min(MOST, fit.predict()));
    miss = LocalPredictor.expectedMiss(misses, at, stride);
    logistic[2] = LogOdds.log(miss) - LogOdds.log(256) + depthShift * 177;
    long corrected = centre + (long) Math.floor(correction / level + 0.5);
    opinion.set(logistic, 0, corrected, 0);
    return corrected;
  }

  private void fill(
      double[] regressors, int from, TileNeighbours around, SampleBefore before, long colour) {
    int to = from;
    if (!before.exists()) {
      Arrays.fill(regressors, from, regressors.length, 0);
      return;
    }
    regressors[to++] = distance(before.here, colour);
    regressors[to++] = distance(before.west, colour);
    regressors[to++] = distance(before.east, colour);
    regressors[to++] = distance(before.north, colour);
    regressors[to++] = distance(before.south, colour);
    regressors[to++] = level * before.error;
    regressors[to++] = level * (((long) before.mean << 8 - ReferencePlanes.MEAN_BITS) - colour);
    regressors[to++] = distance(before.earlier, colour);
    for (int k = 1; k <= channel; k++) {
      long then = (long) before.channel(k) << 8;
      regressors[to++] = distance(around.before(k, 0), then);
      regressors[to++] = distance(before.channel(k), (long) before.here << 8);
    }
  }

  private double distance(int value, long from) {
    return LocalPredictor.distance(level, value, from);
  }

  /** How far such opinions were off around, in 1/256 of an 8-bit level, at least 9. */
  int miss() {
    return miss;
  }

  /** Takes in the sample at an index. */
  void learn(int value, int at) {
    double error = level * (((long) value << 8) - mean);
    fit.learn(error);
    misses[at] = (int) (256 * Math.min(1 << 10, Math.abs(error - correction)));
  }
}
