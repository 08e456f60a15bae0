package io.ardmstream.likelihood.image;

import io.ardmstream.block.LeaningRules;
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

  private final ColourTile tile;
  private final CausalCanvas canvas;
  private final MotionField motion;
  private final LeaningRules rules;
  private final SituationMixer mixer;
  private final LeaningPredictor[] predictors;
  private final NetworkOpinion network = new NetworkOpinion();
  private final LogisticMixture local = new LogisticMixture(1);
  private final ValueCoder coder;
  private final PossibleValues values;
  private final TileNeighbours around;
  private final NearContexts near;
  private final SampleBefore before;
  private final LeaningContexts leaning;
  private final ColourContexts colours;

  /** How far samples lay from the network's centre in 1/256, by index. */
  private final int[][] fineErrors;

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
      LeaningRules rules,
      SituationMixer mixer,
      LeaningPredictor[] predictors,
      ValueBitCoder port) {
    this.tile = tile;
    this.motion = motion;
    this.rules = rules;
    this.mixer = mixer;
    this.predictors = predictors;
    canvas = tile.canvas();
    values = new PossibleValues(tile);
    around = new TileNeighbours(tile);
    near = new NearContexts(tile, around);
    before = new SampleBefore(reference);
    leaning = new LeaningContexts(tile, before);
    colours = new ColourContexts(around, before);
    coder = new ValueCoder(mixer, port, network, local);
    fineErrors = new int[tile.channels()][canvas.cells(0).length];
    for (LeaningPredictor predictor : predictors) {
      predictor.begin(canvas);
    }
  }

  /** How far samples lay from the network's centre in 1/256, by index. */
  int[][] fineErrors() {
    return fineErrors;
  }

  /** How far samples lay from the local opinion's centre in 1/256 of an 8-bit level, by index. */
  int[][] misses() {
    int[][] misses = new int[predictors.length][];
    for (int c = 0; c < misses.length; c++) {
      misses[c] = predictors[c].misses();
    }
    return misses;
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
    int then = motion.index(x, y);
    if (before.exists()) {
      before.look(channel, then);
    }
    local.range(least, tile.cardinality(channel));
    LeaningPredictor predictor = predictors[channel];
    long centre = predictor.predict(local, around, before, y, at, mean, green, fineErrors);
    int expected = values.nearest(centre);
    int expectedSample = expected + least + green;
    int scale = scale(predictor.miss());
    near.set(mixer, channel, at, expectedSample);
    leaning.set(mixer, channel, at, expectedSample, scale);
    if (rules != LeaningRules.FIRST) {
      int past =
          before.exists() ? scale(before.missAround(channel, then)) : SituationMixer.SCALES - 1;
      int corner = x & 1 | (y & 1) << 1;
      colours.set(mixer, channel, expectedSample, corner, past);
    }
    int passed = coder.pass(value, expected, values.from, values.to);
    int sample = passed + least;
    predictor.learn(sample, at);
    near.learn(channel, at, passed - expected);
    leaning.learn(channel, at, sample + green);
    fineErrors[channel][at] = (int) (((long) sample << 8) - mean);
    return passed;
  }

  private static int scale(int miss) {
    int size = LogOdds.log(Math.max(1, miss)) - LogOdds.log(256);
    return Math.max(0, Math.min(SituationMixer.SCALES - 1, (size - LEAST_SCALE) / SCALE_STEP));
  }
}
