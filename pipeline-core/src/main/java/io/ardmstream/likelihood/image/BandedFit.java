package io.ardmstream.likelihood.image;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.transform.audio.predictor.LeastSquares;

/**
 * Corrects a centre of one channel's samples by least squares, and makes an opinion of the result,
 * as wide as such opinions were off around. Every band of rows has its own fit, so that what it
 * learnt last lies near by.
 */
final class BandedFit {
  private static final int BAND_ROWS = 16;
  private static final double MEMORY = 0.995;
  private static final double RIDGE = 12;

  /** Greatest correction, in 8-bit levels. */
  private static final double MOST = 64;

  private final int regressors;
  private final int batch;
  private final int depthShift;
  private final double level;
  private final LeastSquares[] bands;
  private int[] misses;
  private int stride;
  private LeastSquares fit;
  private long mean;
  private double correction;
  private int miss;

  /**
   * A fit that has seen nothing.
   *
   * @param regressors of a sample
   * @param batch samples between two solutions, a multiple of 4
   * @param height rows of a tile
   */
  BandedFit(int regressors, int batch, int height, int depthShift) {
    this.regressors = regressors;
    this.batch = batch;
    this.depthShift = depthShift;
    level = 1.0 / (256L << depthShift);
    bands = new LeastSquares[(height - 1) / BAND_ROWS + 1];
  }

  /** Goes on with another tile, of which no sample is known. */
  void begin(CausalCanvas canvas) {
    misses = new int[canvas.cells(0).length];
    stride = canvas.stride();
  }

  /** From one row of the tile's canvas to the next. */
  int stride() {
    return stride;
  }

  /** A difference of samples in 1/256 as one of 8-bit levels. */
  double levels(long difference) {
    return level * difference;
  }

  /** How far a sample lies from one in 1/256, in 8-bit levels. */
  double distance(int value, long from) {
    return levels(((long) value << 8) - from);
  }

  /** Where to write the regressors of a sample in a row. */
  double[] regressors(int row) {
    int band = row / BAND_ROWS;
    if (bands[band] == null) {
      bands[band] = new LeastSquares(regressors, MEMORY, RIDGE, batch);
    }
    fit = bands[band];
    return fit.regressors();
  }

  /**
   * Sets the opinion of the sample whose regressors were written.
   *
   * @param opinion of one component; its range is set
   * @param at index in the canvas
   * @param centre to be corrected, in 1/256 of the sample's levels
   * @return the corrected centre
   */
  long predict(LogisticMixture opinion, int at, long centre) {
    mean = centre;
    correction = Math.max(-MOST, Math.min(MOST, fit.predict()));
    miss = expectedMiss(at);
    long corrected = centre + (long) Math.floor(correction / level + 0.5);
    opinion.set(corrected, LogOdds.log(miss) - LogOdds.log(256) + depthShift * 177);
    return corrected;
  }

  private int expectedMiss(int at) {
    int near = 2 * misses[at - 1] + 2 * misses[at - stride];
    int far = misses[at - stride - 1] + misses[at - stride + 1];
    int farther = misses[at - 2] + misses[at - 2 * stride];
    return (near + far + farther + 128) * 154 >> 11;
  }

  /** How far such opinions were off around, in 1/256 of an 8-bit level, at least 9. */
  int miss() {
    return miss;
  }

  /** How far such opinions were off, in 1/256 of an 8-bit level, by the canvas's index. */
  int[] misses() {
    return misses;
  }

  /** Takes in the sample at an index. */
  void learn(int value, int at) {
    double error = distance(value, mean);
    fit.learn(error);
    misses[at] = (int) (256 * Math.min(1 << 10, Math.abs(error - correction)));
  }
}
