package io.ardmstream.likelihood.image;

import static io.ardmstream.mixing.Hash.log;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.TileNeighbours;

/**
 * What there is to say of a tile's sample before it is known: which values are possible and which
 * of them the network expects, what is around it, how wrong the network was there, and the opinion
 * of a {@link LocalPredictor}.
 *
 * <p>Everything read of the canvas lies to the west, or above and at most one column to the east,
 * or in an earlier channel of the same pixel: the schedule codes it before. Values are those of
 * colours where the transform subtracted green.
 */
final class PixelOpinions {
  /** Weights of the network's and of the local opinion, to begin with. */
  static final int[] WEIGHTS = {(1 << 16) * 3 / 4, (1 << 16) / 4};

  /** Scales of distributions that are told apart: half octaves from a quarter of a level on. */
  static final int SCALES = 16;

  /** Half octaves of a spread below the first scale that is told apart, a quarter level. */
  private static final int FINEST_SPREAD = 14;

  private final ColourTile tile;
  private final CausalCanvas canvas;
  private final LocalPredictor[] predictors;

  /** How far samples lay from the network's centre in 1/256, by index. */
  private final int[][] fineErrors;

  private int channel;
  private long mean;

  final TileNeighbours around;
  final PossibleValues values;
  final LogisticMixture local = new LogisticMixture(1);

  /** Index of the sample in the canvas. */
  int at;

  /** The value that the network expects, one that is possible. */
  int expected;

  /** The sample that this value stands for, as one of a colour. */
  int expectedValue;

  /** Scale of the network's distribution, below {@value #SCALES}. */
  int scale;

  /**
   * Opinions of a tile of which nothing is known.
   *
   * @param batch samples between two solutions of a local predictor
   */
  PixelOpinions(ColourTile tile, int batch) {
    this.tile = tile;
    canvas = tile.canvas();
    int channels = tile.channels();
    values = new PossibleValues(tile);
    around = new TileNeighbours(tile);
    predictors = new LocalPredictor[channels];
    fineErrors = new int[channels][canvas.cells(0).length];
    for (int c = 0; c < channels; c++) {
      predictors[c] = new LocalPredictor(canvas, c, tile.depthShift(), batch);
    }
  }

  /** Looks at the sample of a position, of which the network has this distribution. */
  void look(int ofChannel, int position, LogisticMixture distribution) {
    channel = ofChannel;
    int y = position / canvas.width();
    at = canvas.place(position - y * canvas.width(), y);
    int least = tile.least(channel);
    int green = around.green(channel, at);
    values.look(channel, green);
    mean = distribution.mean();
    expected = values.nearest(mean);
    expectedValue = expected + least + green;
    around.look(channel, at);
    local.range(least, tile.cardinality(channel));
    predictors[channel].predict(local, around, y, at, mean, green, fineErrors);
    scale = scale(distribution.spread(mean));
  }

  /** Takes in the value of the sample last looked at. */
  void learn(int value) {
    int sample = value + tile.least(channel);
    predictors[channel].learn(sample, at);
    fineErrors[channel][at] = (int) (((long) sample << 8) - mean);
  }

  private int scale(long spread) {
    int size = (int) Math.min(1 << 30, spread >> tile.depthShift());
    int octaves = log(size);
    int halves = octaves < 2 ? 0 : 2 * octaves + (size >>> octaves - 2 & 1);
    return Math.max(0, Math.min(SCALES - 1, halves - FINEST_SPREAD));
  }
}
