package io.ardmstream.likelihood.image;

import static io.ardmstream.mixing.Hash.log;
import static io.ardmstream.mixing.Hash.mix;
import static java.lang.Math.abs;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.TileNeighbours;
import io.ardmstream.likelihood.mixed.ValueBitCoder;
import io.ardmstream.likelihood.mixed.ValueCoder;
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

  private final boolean full;
  private final DecisionMixer mixer;
  private final NetworkOpinion network = new NetworkOpinion();
  private final ValueCoder coder;
  private final PixelOpinions opinions;
  private final TileNeighbours around;
  private final NearContexts near;

  PixelMixer(ColourTile tile, Mixing mixing, ValueBitCoder port) {
    CausalCanvas canvas = tile.canvas();
    full = mixing == Mixing.FULL;
    opinions = new PixelOpinions(tile, BATCH);
    around = opinions.around;
    near = new NearContexts(tile, around);
    long samples = (long) tile.channels() * canvas.width() * canvas.height();
    mixer = new DecisionMixer(mixing, PixelOpinions.WEIGHTS, tile.channels(), samples);
    coder = new ValueCoder(mixer, port, network, opinions.local);
  }

  @Override
  public int pass(int channel, int position, LogisticMixture distribution, int value) {
    network.set(distribution);
    opinions.look(channel, position, distribution);
    near.set(mixer, channel, opinions.at, opinions.expectedValue);
    if (full) {
      furtherContexts(channel, opinions.expectedValue);
    }
    mixer.sample(channel, opinions.scale);
    int passed = coder.pass(value, opinions.expected, opinions.values.from, opinions.values.to);
    opinions.learn(passed);
    near.learn(channel, opinions.at, passed - opinions.expected);
    return passed;
  }

  private void furtherContexts(int channel, int expected) {
    int v1 = near.value1;
    int v2 = near.value2;
    int rough =
        Math.min(
            MOST_ROUGH,
            log(
                abs(around.west - around.northWest)
                    + abs(around.north - around.northWest)
                    + abs(around.north - around.northEast)));
    int four = mix(near.close, around.northWest, around.northEast);
    int eight = mix(four, around.westWest, around.northNorth);
    mixer.context(4, mix(near.close, expected, 1));
    mixer.context(5, mix(four, expected, 2));
    mixer.context(6, mix(eight, mix(v1, v2, 3), expected));
    mixer.context(7, mix(channel + 400, rough, near.earlier));
    mixer.context(8, mix(channel + 500, near.earlier1, near.earlier2 * 16 + rough));
    mixer.context(9, mix(channel + 600, across(), along()));
    mixer.context(
        10, mix(mix(channel + 700, near.energy, rough), signed(near.west), signed(near.north)));
    mixer.context(11, mix(channel + 800, expected, 7));
    int slope = around.west + around.northEast - around.north - expected;
    int bend = around.north + around.northEast - around.northNorthEast - expected;
    mixer.context(12, mix(mix(channel + 900, slope, bend), rough, near.earlier1));
    mixer.context(
        13, mix(mix(channel + 1000, expected, v1 - v2), around.west - around.before(1, 1), 0));
    int change = mix(channel + 1100, near.fromExpectedWest, near.fromExpectedNorth);
    mixer.context(14, mix(change, around.northEast - expected, 0));
    mixer.context(15, mix(mix(channel + 1200, expected, v1), v2, around.west));
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
