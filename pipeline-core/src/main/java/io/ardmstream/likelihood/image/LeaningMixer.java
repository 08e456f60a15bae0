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
import java.util.List;

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
  private final PlaneLayout layout;
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

  /** What later planes see of each, where a channel has several. */
  private final int[][] known;

  /** How far samples lay from the network's centre in 1/256, by index. */
  private final int[][] fineErrors;

  /** All that later planes see of earlier ones. */
  private final List<int[][]> shown;

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
      PlaneLayout layout,
      ReferencePlanes reference,
      MotionField motion,
      LeaningRules rules,
      SituationMixer mixer,
      LeaningPredictor[] predictors,
      ValueBitCoder port) {
    this.tile = tile;
    this.layout = layout;
    this.motion = motion;
    this.rules = rules;
    this.mixer = mixer;
    this.predictors = predictors;
    canvas = tile.canvas();
    values = new PossibleValues(tile);
    int planes = layout.planes(tile.channels());
    int cells = canvas.cells(0).length;
    known = new int[planes][layout.isWhole() ? 0 : cells];
    around = layout.isWhole() ? new TileNeighbours(tile) : new TileNeighbours(tile, known);
    near = new NearContexts(tile, around, planes);
    before = new SampleBefore(reference);
    leaning = new LeaningContexts(tile, planes, before);
    colours = new ColourContexts(around, before);
    coder = new ValueCoder(mixer, port, network, local);
    fineErrors = new int[planes][cells];
    shown = List.of(known, near.errors(), leaning.changes(), fineErrors);
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
    int plane = layout.plane(channel, x, y);
    int row = layout.row(y);
    int green = around.green(plane, at);
    values.look(channel, green);
    network.set(distribution);
    long mean = distribution.mean();
    around.look(plane, at);
    int then = motion.index(x, y);
    if (before.exists()) {
      before.look(plane, then);
    }
    local.range(least, tile.cardinality(channel));
    LeaningPredictor predictor = predictors[plane];
    long centre = predictor.predict(local, around, before, row, at, mean, green, fineErrors);
    int expected = values.nearest(centre);
    int expectedSample = expected + least + green;
    int scale = scale(predictor.miss());
    near.set(mixer, plane, at, expectedSample);
    leaning.set(mixer, plane, at, expectedSample, scale);
    if (rules != LeaningRules.FIRST) {
      int past =
          before.exists() ? scale(before.missAround(plane, then)) : SituationMixer.SCALES - 1;
      int corner = x & 1 | (row & 1) << 1;
      colours.set(mixer, plane, expectedSample, corner, past);
    }
    int passed = coder.pass(value, expected, values.from, values.to);
    int sample = passed + least;
    predictor.learn(sample, at);
    near.learn(plane, at, passed - expected);
    leaning.learn(plane, at, sample + green);
    fineErrors[plane][at] = (int) (((long) sample << 8) - mean);
    if (!layout.isWhole()) {
      known[plane][at] = sample;
      for (int[][] planes : shown) {
        layout.spread(planes, x, y, at, canvas.stride());
      }
    }
    return passed;
  }

  private static int scale(int miss) {
    int size = LogOdds.log(Math.max(1, miss)) - LogOdds.log(256);
    return Math.max(0, Math.min(SituationMixer.SCALES - 1, (size - LEAST_SCALE) / SCALE_STEP));
  }
}
