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
import io.ardmstream.mixing.LogOdds;
import io.ardmstream.mixing.SituationMixer;

/**
 * Passes the samples of one tile along its schedule, as {@link PixelMixer} does, with what the tile
 * before had in the same places: more contexts, a second opinion that sees it, and all that was
 * learnt from the tiles before.
 */
final class LeaningMixer {
  /** Scales are this many 1/256 nats apart, from that of the least miss on. */
  private static final int SCALE_STEP = 110;

  private static final int LEAST_SCALE = -860;

  /** Stands for the distance from a sample before that does not exist. */
  private static final int NONE = 99;

  private final ColourTile tile;
  private final CausalCanvas canvas;
  private final int stride;
  private final MotionField motion;
  private final SituationMixer mixer;
  private final LeaningPredictor[] predictors;
  private final NetworkOpinion network = new NetworkOpinion();
  private final LogisticMixture local = new LogisticMixture(1);
  private final ValueCoder coder;
  private final PossibleValues values;
  private final TileNeighbours around;
  private final NearContexts near;
  private final SampleBefore before;

  /** How far samples lay from the network's centre in 1/256, by index. */
  private final int[][] fineErrors;

  /** What samples differ by from those before, by index. */
  private final int[][] changes;

  /**
   * A tile after others.
   *
   * @param reference planes of the tile before; null for the first one
   * @param mixer which has seen the tiles before
   * @param predictors of each channel, which have seen them too
   * @param port where decisions go to or come from
   */
  LeaningMixer(
      ColourTile tile,
      ReferencePlanes reference,
      MotionField motion,
      SituationMixer mixer,
      LeaningPredictor[] predictors,
      ValueBitCoder port) {
    this.tile = tile;
    this.motion = motion;
    this.mixer = mixer;
    this.predictors = predictors;
    canvas = tile.canvas();
    stride = canvas.stride();
    int channels = tile.channels();
    values = new PossibleValues(tile);
    around = new TileNeighbours(tile);
    near = new NearContexts(tile, around);
    before = new SampleBefore(reference);
    coder = new ValueCoder(mixer, port, network, local);
    int cells = canvas.cells(0).length;
    fineErrors = new int[channels][cells];
    changes = new int[channels][cells];
    for (LeaningPredictor predictor : predictors) {
      predictor.begin(canvas);
    }
  }

  /** How far samples lay from the network's centre in 1/256, by index. */
  int[][] fineErrors() {
    return fineErrors;
  }

  /**
   * Passes a sample; when decoding, the caller makes it known afterwards.
   *
   * @param value to be encoded; of no meaning when decoding
   * @return the value
   */
  int pass(int channel, int position, LogisticMixture distribution, int value) {
    int y = position / canvas.width();
    int x = position - y * canvas.width();
    int at = canvas.place(x, y);
    int least = tile.least(channel);
    int green = around.green(channel, at);
    values.look(channel, green);
    network.set(distribution);
    long mean = distribution.mean();
    around.look(channel, at);
    if (before.exists()) {
      before.look(channel, motion.index(x, y));
    }
    local.range(least, tile.cardinality(channel));
    LeaningPredictor predictor = predictors[channel];
    long centre = predictor.predict(local, around, before, y, at, mean, green, fineErrors);
    int expected = values.nearest(centre);
    int expectedSample = expected + least + green;
    near.set(mixer, channel, at, expectedSample);
    contextsBefore(channel, at, expectedSample, scale(predictor.miss()));
    int passed = coder.pass(value, expected, values.from, values.to);
    int sample = passed + least;
    predictor.learn(sample, at);
    near.learn(channel, at, passed - expected);
    fineErrors[channel][at] = (int) (((long) sample << 8) - mean);
    changes[channel][at] = before.exists() ? sample + green - before.here : 0;
    return passed;
  }

  private void contextsBefore(int channel, int at, int expected, int scale) {
    int[] own = changes[channel];
    int west = own[at - 1];
    int north = own[at - stride];
    int c1 = channel > 0 ? changes[channel - 1][at] : 0;
    int c2 = channel > 1 ? changes[channel - 2][at] : 0;
    int distance = before.exists() ? before.here - expected : NONE;
    int alike = alike(channel, at);
    mixer.context(4, mix(mix(channel + 1300, distance, west), north, c1));
    int restless = Math.min(15, log(abs(west) + abs(north)));
    mixer.context(5, mix(mix(channel + 1400, distance + (west + north >> 1), restless), c1, 0));
    mixer.context(6, mix(mix(channel + 1500, alike, coarse(distance)), coarse(c1), flat()));
    int toEast = before.east - before.here;
    int toSouth = before.south - before.here;
    mixer.context(7, mix(mix(channel + 1600, distance, toEast), toSouth, 2));
    int fromMean = before.mean - (expected << ReferencePlanes.MEAN_BITS) >> 3;
    mixer.context(8, mix(mix(channel + 1700, distance, fromMean), scale, 3));
    mixer.context(9, mix(mix(channel + 1800, expected, before.here), c1, c2));
    mixer.sample(channel, scale, situation(distance, alike));
  }

  /** Which neighbours are as they were before, as bits. */
  private int alike(int channel, int at) {
    int[] own = changes[channel];
    int bits = bit(own[at - 1], 0) | bit(own[at - stride], 1);
    bits |= bit(own[at - stride - 1], 2) | bit(own[at - stride + 1], 3);
    bits |= bit(channel > 0 ? changes[channel - 1][at] : own[at - 2], 4);
    return bits | bit(channel > 1 ? changes[channel - 2][at] : before.earlier - before.here, 5);
  }

  /** Which samples around were equal in the tile before, as bits. */
  private int flat() {
    return bit(before.earlier - before.here, 0)
        | bit(before.west - before.here, 1)
        | bit(before.east - before.here, 2)
        | bit(before.north - before.here, 3)
        | bit(before.south - before.here, 4);
  }

  private static int bit(int difference, int number) {
    return difference == 0 ? 1 << number : 0;
  }

  private int situation(int distance, int alike) {
    if (!before.exists()) {
      return 0;
    }
    int neighbours = Integer.bitCount(alike & 15);
    int few = neighbours == 4 ? 3 : neighbours == 3 ? 2 : neighbours > 0 ? 1 : 0;
    return Math.min(3, log(abs(distance))) * 16 + few * 4 + (alike >> 4);
  }

  private static int scale(int miss) {
    int size = LogOdds.log(miss) - LogOdds.log(256);
    return Math.max(0, Math.min(SituationMixer.SCALES - 1, (size - LEAST_SCALE) / SCALE_STEP));
  }

  /** Sign and magnitude, exactly if small. */
  private static int coarse(int difference) {
    int magnitude = abs(difference);
    int level = magnitude < 4 ? magnitude : 2 + log(magnitude - 1);
    return difference < 0 ? -level : level;
  }
}
