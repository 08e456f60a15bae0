package io.ardmstream.training.image;

import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.network.Planes;
import java.util.Random;

/**
 * Rows of training data: window features and samples relative to their local means, of pixels drawn
 * at random from random tiles.
 */
record PixelBatch(int rows, float[] windows, float[] targets) {

  /** Pixels drawn from one tile before another is picked: neighbours in cache, not in the batch. */
  private static final int RUN = 8;

  static PixelBatch draw(TilePool tiles, ImageFeatures features, int rows, Random random) {
    float[][] windows = new float[features.width()][rows];
    int[] places = new int[rows];
    float[] targets = new float[rows * ImageFeatures.CHANNELS];
    for (int row = 0; row < rows; ) {
      CausalCanvas canvas = tiles.any(random);
      int[] offsets = features.offsets(canvas.stride());
      int first = row;
      for (; row < rows && row < first + RUN; row++) {
        int at = canvas.place(random.nextInt(canvas.width()), random.nextInt(canvas.height()));
        places[row] = at;
        for (int c = 0; c < ImageFeatures.CHANNELS; c++) {
          int[] plane = canvas.cells(c);
          targets[row * ImageFeatures.CHANNELS + c] =
              plane[at] - ImageFeatures.mean(plane, at, canvas.stride());
        }
      }
      features.fill(canvas, offsets, places, first, row, 0, windows);
    }
    return new PixelBatch(rows, Planes.rows(windows, rows), targets);
  }
}
