package io.ardmstream.likelihood.image;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.transform.audio.LeastSquares;

/**
 * A second opinion of one channel's samples: the network's centre, corrected by least squares over
 * its errors around and the neighbours' distances from it. Every band of rows has its own fit, so
 * that what it learnt last lies near by.
 */
final class LocalPredictor {
  private static final int BAND_ROWS = 16;
  private static final double MEMORY = 0.995;
  private static final double RIDGE = 12;

  /**
   * Regressors of the channel itself; each earlier one has as many as {@link TileNeighbours#TAPS}.
   */
  private static final int OWN = 11;

  /** Greatest correction, in 8-bit levels. */
  private static final double MOST = 64;

  private final CausalCanvas canvas;
  private final int channel;
  private final int depthShift;
  private final int batch;
  private final double level;
  private final LeastSquares[] bands;
  private final int[] misses;
  private final float[] logistic = new float[3];
  private LeastSquares fit;
  private long mean;
  private double correction;

  /**
   * A predictor of one channel.
   *
   * @param batch samples between two solutions, a multiple of 4
   */
  LocalPredictor(CausalCanvas canvas, int channel, int depthShift, int batch) {
    this.batch = batch;
    this.canvas = canvas;
    this.channel = channel;
    this.depthShift = depthShift;
    level = 1.0 / (256L << depthShift);
    bands = new LeastSquares[(canvas.height() - 1) / BAND_ROWS + 1];
    misses = new int[canvas.cells(0).length];
  }

  /**
   * Sets the opinion of a sample.
   *
   * @param opinion of one component; its range is set
   * @param row of the sample
   * @param at its index in the canvas
   * @param centre the network's, in 1/256 of the sample's levels
   * @param green what values lack to be those of the neighbours
   * @param errors how far samples of each channel lay from the network's centre, in 1/256
   */
  void predict(
      LogisticMixture opinion,
      TileNeighbours around,
      int row,
      int at,
      long centre,
      int green,
      int[][] errors) {
    mean = centre;
    int band = row / BAND_ROWS;
    if (bands[band] == null) {
      bands[band] = new LeastSquares(regressors(channel), MEMORY, RIDGE, batch);
    }
    fit = bands[band];
    fill(fit.regressors(), around, at, centre + ((long) green << 8), errors);
    correction = Math.max(-MOST, Math.min(MOST, fit.predict()));
    logistic[2] =
        LogOdds.log(expectedMiss(misses, at, canvas.stride()))
            - LogOdds.log(256)
            + depthShift * 177;
    opinion.set(logistic, 0, centre + (long) Math.floor(correction / level + 0.5), 0);
  }

  private void fill(
      double[] regressors, TileNeighbours around, int at, long colour, int[][] errors) {
    fill(regressors, level, channel, canvas.stride(), around, at, colour, errors);
  }

  /** Writes the regressors of a sample; returns how many there are. */
  static int fill(
      double[] regressors,
      double level,
      int channel,
      int stride,
      TileNeighbours around,
      int at,
      long colour,
      int[][] errors) {
    int[] own = errors[channel];
    int to = 0;
    regressors[to++] = level * own[at - 1];
    regressors[to++] = level * own[at - stride];
    regressors[to++] = level * own[at - stride - 1];
    regressors[to++] = level * own[at - stride + 1];
    regressors[to++] = distance(level, around.west, colour);
    regressors[to++] = distance(level, around.north, colour);
    regressors[to++] = distance(level, around.northWest, colour);
    regressors[to++] = distance(level, around.northEast, colour);
    regressors[to++] = distance(level, around.westWest, colour);
    regressors[to++] = distance(level, around.northNorth, colour);
    regressors[to++] = distance(level, around.northNorthEast, colour);
    for (int k = 1; k <= channel; k++) {
      long here = (long) around.before(k, 0) << 8;
      regressors[to++] = level * errors[channel - k][at];
      for (int tap = 1; tap < TileNeighbours.TAPS; tap++) {
        regressors[to++] = -distance(level, around.before(k, tap), here);
      }
    }
    return to;
  }

  /** How many regressors a sample of a channel has. */
  static int regressors(int channel) {
    return OWN + TileNeighbours.TAPS * channel;
  }

  static double distance(double level, int value, long from) {
    return level * (((long) value << 8) - from);
  }

  /** How far such opinions were off around, in 1/256 of an 8-bit level, at least 9. */
  static int expectedMiss(int[] misses, int at, int stride) {
    int near = 2 * misses[at - 1] + 2 * misses[at - stride];
    int far = misses[at - stride - 1] + misses[at - stride + 1];
    int farther = misses[at - 2] + misses[at - 2 * stride];
    return (near + far + farther + 128) * 154 >> 11;
  }

  /** Takes in the sample at an index. */
  void learn(int value, int at) {
    double error = level * (((long) value << 8) - mean);
    fit.learn(error);
    misses[at] = (int) (256 * Math.min(1 << 10, Math.abs(error - correction)));
  }
}
