package io.ardmstream.likelihood.image;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.TileNeighbours;

/**
 * A second opinion of one channel's samples: the network's centre, corrected by a {@link BandedFit}
 * over its errors around and the neighbours' distances from it.
 */
final class LocalPredictor {
  /**
   * Regressors of the channel itself; each earlier one has as many as {@link TileNeighbours#TAPS}.
   */
  private static final int OWN = 11;

  private final int channel;
  private final BandedFit fit;

  /**
   * A predictor of one channel.
   *
   * @param batch samples between two solutions, a multiple of 4
   */
  LocalPredictor(CausalCanvas canvas, int channel, int depthShift, int batch) {
    this.channel = channel;
    fit = new BandedFit(regressors(channel), batch, canvas.height(), depthShift);
    fit.begin(canvas);
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
    long colour = centre + ((long) green << 8);
    fill(fit, fit.regressors(row), channel, around, at, colour, errors);
    fit.predict(opinion, at, centre);
  }

  /** Writes the regressors of a sample; returns how many there are. */
  static int fill(
      BandedFit fit,
      double[] regressors,
      int channel,
      TileNeighbours around,
      int at,
      long colour,
      int[][] errors) {
    int[] own = errors[channel];
    int stride = fit.stride();
    int to = 0;
    regressors[to++] = fit.levels(own[at - 1]);
    regressors[to++] = fit.levels(own[at - stride]);
    regressors[to++] = fit.levels(own[at - stride - 1]);
    regressors[to++] = fit.levels(own[at - stride + 1]);
    regressors[to++] = fit.distance(around.west, colour);
    regressors[to++] = fit.distance(around.north, colour);
    regressors[to++] = fit.distance(around.northWest, colour);
    regressors[to++] = fit.distance(around.northEast, colour);
    regressors[to++] = fit.distance(around.westWest, colour);
    regressors[to++] = fit.distance(around.northNorth, colour);
    regressors[to++] = fit.distance(around.northNorthEast, colour);
    for (int k = 1; k <= channel; k++) {
      long here = (long) around.before(k, 0) << 8;
      regressors[to++] = fit.levels(errors[channel - k][at]);
      for (int tap = 1; tap < TileNeighbours.TAPS; tap++) {
        regressors[to++] = -fit.distance(around.before(k, tap), here);
      }
    }
    return to;
  }

  /** How many regressors a sample of a channel has. */
  static int regressors(int channel) {
    return OWN + TileNeighbours.TAPS * channel;
  }

  /** Takes in the sample at an index. */
  void learn(int value, int at) {
    fit.learn(value, at);
  }
}
