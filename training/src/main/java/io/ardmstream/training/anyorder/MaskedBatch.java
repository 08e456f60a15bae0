package io.ardmstream.training.anyorder;

import io.ardmstream.ardm.DepthUpscaling;
import io.ardmstream.ardm.UpscalingStage;
import io.ardmstream.likelihood.anyorder.PartialTile;
import io.ardmstream.likelihood.anyorder.TileFeatures;
import io.ardmstream.network.Planes;

/**
 * Tiles as far as they are known, and the digits to be coded. Arrays are row-major: a row is a
 * position of a tile, tile after tile, with three values for its channels.
 */
final class MaskedBatch {

  /** Where the lowest and the highest interval end: beyond all that a mixture reaches. */
  private static final float BEYOND = 2000;

  private static final float LEVEL = 1 / 16f;
  private static final int POSITIONS = PartialTile.POSITIONS;
  private static final int CHANNELS = PartialTile.CHANNELS;

  private final DepthUpscaling upscaling;
  private final int tiles;
  private final TileFeatures features = new TileFeatures();
  private final float[][] views;
  private int filled;

  /** Means that distributions are centred on, in levels. */
  final float[] base;

  /** {@value TileFeatures#TAPS} differences for each sample, in levels. */
  final float[] taps;

  /** Ends of the interval that is known, and of the one with the digit. */
  final float[][] ends = new float[4][];

  /** Weight of a digit in the cost. */
  final float[] weight;

  MaskedBatch(DepthUpscaling upscaling, int tiles) {
    this.upscaling = upscaling;
    this.tiles = tiles;
    int size = tiles * POSITIONS * CHANNELS;
    views = new float[TileFeatures.WIDTH][tiles * POSITIONS];
    base = new float[size];
    taps = new float[size * TileFeatures.TAPS];
    weight = new float[size];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = new float[size];
    }
  }

  int tiles() {
    return tiles;
  }

  /** Features, row-major, as real numbers of the network. */
  float[] views(int fraction) {
    float[] rows = Planes.rows(views, tiles * POSITIONS);
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Math.scalb(rows[i], -fraction);
    }
    return rows;
  }

  /**
   * Adds a tile.
   *
   * @param values of its variables
   * @param order of the variables
   * @param from rank of the first one whose digit is coded; those before are known
   * @param to end of the ranks that are coded
   * @param codedWeight of each of these digits
   */
  void add(Tile values, int stage, int[] order, int from, int to, float codedWeight) {
    UpscalingStage digits = upscaling.stage(stage);
    PartialTile known = new PartialTile(values.width(), values.height());
    int row = filled * POSITIONS;
    for (int rank = 0; rank < order.length; rank++) {
      int value = values.value(order[rank]);
      int cell = known.cell(order[rank]);
      int parent = digits.from(value);
      int child = parent + digits.digit(value) * digits.width();
      boolean coded = rank >= from;
      known.know(cell, coded ? parent : child, coded ? digits.parentWidth() : digits.width());
      int at = (row + cell % POSITIONS) * CHANNELS + cell / POSITIONS;
      interval(0, at, parent, digits.parentWidth());
      interval(2, at, child, digits.width());
      weight[at] = coded && rank < to ? codedWeight : 0;
    }
    features.look(known, stage, views, row);
    int[] differences = new int[TileFeatures.TAPS];
    for (int cell = 0; cell < CHANNELS * POSITIONS; cell++) {
      int at = (row + cell % POSITIONS) * CHANNELS + cell / POSITIONS;
      base[at] = features.base(cell) * LEVEL;
      features.taps(cell, differences);
      for (int i = 0; i < differences.length; i++) {
        taps[at * differences.length + i] = differences[i] * LEVEL;
      }
    }
    filled++;
  }

  private void interval(int pair, int at, int first, int values) {
    ends[pair][at] = first == 0 ? -BEYOND : first - 0.5f;
    ends[pair + 1][at] = first + values == PartialTile.CARDINALITY ? BEYOND : first + values - 0.5f;
  }
}
