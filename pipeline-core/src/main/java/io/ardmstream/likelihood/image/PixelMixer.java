package io.ardmstream.likelihood.image;

import static io.ardmstream.mixing.Hash.fineLog;
import static io.ardmstream.mixing.Hash.log;
import static io.ardmstream.mixing.Hash.mix;
import static java.lang.Math.abs;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.mixed.LeafCoder;
import io.ardmstream.likelihood.mixed.LeafPort;
import io.ardmstream.mixing.DecisionMixer;
import io.ardmstream.mixing.Mixing;

/**
 * Mixes the network's and the local opinion with contexts that see the known neighbours and how
 * wrong the network was around.
 */
final class PixelMixer implements SampleMixer {
  private static final int MOST_ROUGH = 15;

  /** Samples between two solutions of a local predictor. */
  private static final int BATCH = 8;

  private final int stride;
  private final boolean full;
  private final DecisionMixer mixer;
  private final NetworkOpinion network = new NetworkOpinion();
  private final LeafCoder coder;
  private final PixelOpinions opinions;
  private final TileNeighbours around;

  /** How far samples lay from the expected leaf, by index. */
  private final int[][] errors;

  PixelMixer(ColourTile tile, Mixing mixing, LeafPort port) {
    CausalCanvas canvas = tile.canvas();
    stride = canvas.stride();
    full = mixing == Mixing.FULL;
    opinions = new PixelOpinions(tile, BATCH);
    around = opinions.around;
    errors = new int[tile.channels()][canvas.cells(0).length];
    long samples = (long) tile.channels() * canvas.width() * canvas.height();
    mixer = new DecisionMixer(mixing, PixelOpinions.WEIGHTS, tile.channels(), samples);
    coder = new LeafCoder(mixer, port, network, opinions.local);
  }

  @Override
  public int pass(int channel, int place, LogisticMixture distribution, int leaf) {
    network.set(distribution);
    opinions.look(channel, place, distribution);
    contexts(channel, opinions.at, opinions.expectedValue);
    mixer.sample(channel, opinions.scale);
    int passed = coder.pass(leaf, opinions.expected, opinions.from, opinions.to);
    opinions.learn(passed);
    errors[channel][opinions.at] = passed - opinions.expected;
    return passed;
  }

  private void contexts(int channel, int at, int expected) {
    int[] own = errors[channel];
    int west = own[at - 1];
    int north = own[at - stride];
    int northWest = own[at - stride - 1];
    int northEast = own[at - stride + 1];
    int e1 = channel > 0 ? errors[channel - 1][at] : 0;
    int e2 = channel > 1 ? errors[channel - 2][at] : 0;
    int v1 = around.before(1, 0);
    int v2 = around.before(2, 0);
    int fromWest = v1 - around.before(1, 1);
    int fromNorth = v1 - around.before(1, 2);
    int energy = fineLog(2 * (abs(west) + abs(north)) + abs(northWest) + abs(northEast));
    int earlier = log(abs(e1)) * 64 + log(abs(e2));
    int close = mix(channel + 1, around.west, around.north);
    int west0 = around.west - expected;
    int north0 = around.north - expected;
    mixer.context(0, mix(mix(channel + 100, v1, v2), expected, 0));
    mixer.context(1, mix(mix(close, v1, v2), expected, 4));
    mixer.context(2, mix(channel + 200, energy, earlier));
    mixer.context(3, mix(mix(channel + 300, west0, north0), fromWest, fromNorth));
    if (full) {
      int rough =
          Math.min(
              MOST_ROUGH,
              log(
                  abs(around.west - around.northWest)
                      + abs(around.north - around.northWest)
                      + abs(around.north - around.northEast)));
      int four = mix(close, around.northWest, around.northEast);
      int eight = mix(four, around.westWest, around.northNorth);
      mixer.context(4, mix(close, expected, 1));
      mixer.context(5, mix(four, expected, 2));
      mixer.context(6, mix(eight, mix(v1, v2, 3), expected));
      mixer.context(7, mix(channel + 400, rough, earlier));
      mixer.context(8, mix(channel + 500, e1, e2 * 16 + rough));
      mixer.context(9, mix(channel + 600, across(), along()));
      mixer.context(10, mix(mix(channel + 700, energy, rough), signed(west), signed(north)));
      mixer.context(11, mix(channel + 800, expected, 7));
      int slope = around.west + around.northEast - around.north - expected;
      int bend = around.north + around.northEast - around.northNorthEast - expected;
      mixer.context(12, mix(mix(channel + 900, slope, bend), rough, e1));
      mixer.context(
          13, mix(mix(channel + 1000, expected, v1 - v2), around.west - around.before(1, 1), 0));
      mixer.context(14, mix(mix(channel + 1100, west0, north0), around.northEast - expected, 0));
      mixer.context(15, mix(mix(channel + 1200, expected, v1), v2, around.west));
    }
  }

  private int across() {
    return log(abs(around.west - around.westWest)) * 64 + log(abs(around.north - around.northEast));
  }

  private int along() {
    return log(abs(around.north - around.northNorth)) * 64
        + log(abs(around.west - around.northWest));
  }

  /** Sign and magnitude, coarsely. */
  private static int signed(int error) {
    return 2 * log(abs(error)) + (error < 0 ? 1 : 0);
  }
}
