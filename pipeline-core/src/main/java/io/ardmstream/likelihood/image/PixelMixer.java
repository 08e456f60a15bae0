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
import io.ardmstream.transform.image.ColourTransform;

/**
 * Passes the samples of one tile along its schedule. There are two opinions of a sample: the
 * network's, and that of a {@link LocalPredictor}; the contexts see the known neighbours and how
 * wrong the network was around.
 *
 * <p>Everything read of the canvas lies to the west, or above and at most one column to the east,
 * or in an earlier channel of the same pixel: the schedule codes it before. Values are those of
 * colours where the transform subtracted green.
 */
final class PixelMixer {
  private static final int[] OPINION_WEIGHTS = {(1 << 16) * 3 / 4, (1 << 16) / 4};

  /** Half octaves of a spread below the first scale that is told apart, a quarter level. */
  private static final int FINEST_SPREAD = 14;

  private static final int MOST_ROUGH = 15;

  private final ColourTile tile;
  private final CausalCanvas canvas;
  private final int stride;
  private final boolean full;
  private final boolean bounded;
  private final int half;
  private final DecisionMixer mixer;
  private final NetworkOpinion network = new NetworkOpinion();
  private final LocalPredictor[] local;
  private final LogisticMixture localOpinion = new LogisticMixture(1);
  private final LeafCoder coder;

  /** How far samples lay from the network's centre, in levels and in 1/256, by index. */
  private final int[][] errors;

  private final int[][] fineErrors;
  private final TileNeighbours around;

  PixelMixer(ColourTile tile, Mixing mixing, LeafPort port) {
    this.tile = tile;
    canvas = tile.canvas();
    stride = canvas.stride();
    full = mixing == Mixing.FULL;
    int channels = tile.channels();
    bounded = channels == 1 || tile.colours() == ColourTransform.SUBTRACT_GREEN;
    around = new TileNeighbours(tile);
    half = 1 << tile.depth() - 1;
    long samples = (long) channels * canvas.width() * canvas.height();
    mixer = new DecisionMixer(mixing, OPINION_WEIGHTS, channels, samples);
    coder = new LeafCoder(mixer, port, network, localOpinion);
    local = new LocalPredictor[channels];
    errors = new int[channels][];
    fineErrors = new int[channels][];
    for (int c = 0; c < channels; c++) {
      local[c] = new LocalPredictor(canvas, c, tile.depthShift());
      errors[c] = new int[canvas.cells(0).length];
      fineErrors[c] = new int[canvas.cells(0).length];
    }
  }

  /**
   * Passes a sample; when decoding, the caller makes it known afterwards.
   *
   * @param leaf to be encoded; of no meaning when decoding
   * @return the leaf
   */
  int pass(int channel, int place, LogisticMixture distribution, int leaf) {
    int y = place / canvas.width();
    int at = canvas.index(place - y * canvas.width(), y);
    int least = tile.least(channel);
    int green = around.green(channel, at);
    boolean isBounded = bounded || channel == 0;
    int from = isBounded ? -half - green - least : 0;
    int to = isBounded ? from + 2 * half : tile.cardinality(channel);
    network.set(distribution);
    long mean = distribution.mean();
    int expected = (int) Math.max(from, Math.min(to - 1, (mean + 128 >> 8) - least));
    around.look(channel, at);
    localOpinion.range(least, tile.cardinality(channel));
    local[channel].predict(localOpinion, around, y, at, mean, green, fineErrors);
    int scale = scale(distribution.spread(mean));
    contexts(channel, at, expected + least + green, scale);
    mixer.sample(channel, scale);
    int passed = coder.pass(leaf, expected, from, to);
    int value = passed + least;
    local[channel].learn(value, at);
    errors[channel][at] = passed - expected;
    fineErrors[channel][at] = (int) (((long) value << 8) - mean);
    return passed;
  }

  private void contexts(int channel, int at, int expected, int scale) {
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

  /** Half octaves from a quarter of an 8-bit level on. */
  private int scale(long spread) {
    int size = (int) Math.min(1 << 30, spread >> tile.depthShift());
    int octaves = log(size);
    int halves = octaves < 2 ? 0 : 2 * octaves + (size >>> octaves - 2 & 1);
    return Math.max(0, Math.min(DecisionMixer.SCALES - 1, halves - FINEST_SPREAD));
  }
}
