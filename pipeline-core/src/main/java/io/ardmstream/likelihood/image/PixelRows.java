package io.ardmstream.likelihood.image;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.ContextBatch;
import io.ardmstream.likelihood.image.tile.CausalCanvas;
import io.ardmstream.likelihood.image.tile.ColourTile;
import io.ardmstream.likelihood.image.tile.ImageFeatures;
import io.ardmstream.likelihood.image.tile.SideFeatures;
import io.ardmstream.network.Network;
import java.util.List;

/** Pixels on their way through the image networks: windows in, mixtures out. */
final class PixelRows implements ContextBatch<ColourTile> {

  /** Natural logarithm of 2 in 1/256: a bit more depth doubles every scale. */
  private static final int LOG_TWO = 177;

  private static final long RESIDUAL_LIMIT = 1L << 30;

  /** Rows whose windows are read together. */
  private static final int TOGETHER = 256;

  private final ImageFeatures features;
  private final HeadLayout head;
  private final List<Network> networks;
  private final ColourTile[] tiles;
  private final int[] positions;
  private final int[] places;
  private final float[][] windows;
  private final float[][][] side = new float[ImageFeatures.CHANNELS][][];
  private final int[][] residuals = new int[ImageFeatures.CHANNELS][];
  private final long[][] bases;
  private final float[][][] outputs = new float[ImageFeatures.CHANNELS][][];
  private int rows;
  private float[][] trunk;

  PixelRows(ImageFeatures features, HeadLayout head, List<Network> networks, int capacity) {
    this.features = features;
    this.head = head;
    this.networks = networks;
    tiles = new ColourTile[capacity];
    positions = new int[capacity];
    places = new int[capacity];
    windows = new float[features.width()][capacity];
    for (int c = 0; c < ImageFeatures.CHANNELS; c++) {
      side[c] = new float[SideFeatures.WIDTH * c][capacity];
      residuals[c] = new int[capacity];
    }
    bases = new long[ImageFeatures.CHANNELS][capacity];
  }

  @Override
  public int capacity() {
    return tiles.length;
  }

  @Override
  public int size() {
    return rows;
  }

  @Override
  public void clear() {
    rows = 0;
  }

  /** Position {@code y * width + x}; its window is read when the first channel is evaluated. */
  @Override
  public void add(ColourTile tile, int position) {
    CausalCanvas canvas = tile.canvas();
    int place = canvas.place(position % canvas.width(), position / canvas.width());
    tiles[rows] = tile;
    positions[rows] = position;
    places[rows] = place;
    rows++;
  }

  @Override
  public void evaluate(int channel) {
    if (channel == 0) {
      fillWindows();
      float[][][] both = networks.get(0).evaluate(rows, windows);
      outputs[0] = both[0];
      trunk = both[1];
    } else {
      outputs[channel] = networks.get(channel).evaluate(rows, trunk, side[channel])[0];
    }
    for (int row = 0; row < rows; row++) {
      if (channel < tiles[row].channels()) {
        bases[channel][row] = base(row, channel);
      }
    }
  }

  /** Few rows at a time: what is read again for every feature stays in the cache. */
  private void fillWindows() {
    for (int from = 0, to; from < rows; from = to) {
      ColourTile tile = tiles[from];
      to = from + 1;
      while (to < rows && tiles[to] == tile && to - from < TOGETHER) {
        to++;
      }
      features.fill(tile.canvas(), tile.offsets(), places, from, to, tile.depthShift(), windows);
    }
  }

  @Override
  public void distribution(int row, int channel, LogisticMixture mixture) {
    ColourTile tile = tiles[row];
    mixture.range(tile.least(channel), tile.cardinality(channel));
    mixture.set(outputs[channel], row, bases[channel][row], tile.depthShift() * LOG_TWO);
  }

  /** Dynamic kernel over the nearest taps plus weighted residuals of the channels before. */
  private long base(int row, int channel) {
    ColourTile tile = tiles[row];
    float[][] output = outputs[channel];
    int[] plane = tile.canvas().cells(channel);
    int at = places[row];
    int mean = ImageFeatures.mean(plane, at, tile.canvas().stride());
    long base = (long) mean << 8;
    for (int i = 0; i < HeadLayout.KERNEL; i++) {
      long weight = (long) output[head.kernel() + i][row];
      base += weight * (plane[at + tile.offsets()[i]] - mean);
    }
    for (int i = 0; i < channel; i++) {
      long weight = (long) output[head.residuals() + i][row];
      base += weight * residuals[i][row] >> 8;
    }
    return base;
  }

  @Override
  public int value(int row, int channel) {
    return tiles[row].canvas().cells(channel)[places[row]];
  }

  @Override
  public void know(int row, int channel, int value) {
    CausalCanvas canvas = tiles[row].canvas();
    canvas.set(channel, positions[row] % canvas.width(), positions[row] / canvas.width(), value);
  }

  @Override
  public void reveal(int row, int channel, int value) {
    ColourTile tile = tiles[row];
    int[] plane = tile.canvas().cells(channel);
    int mean = ImageFeatures.mean(plane, places[row], tile.canvas().stride());
    long residual = ((long) value << 8) - bases[channel][row];
    residuals[channel][row] = (int) Math.max(-RESIDUAL_LIMIT, Math.min(RESIDUAL_LIMIT, residual));
    for (int later = channel + 1; later < ImageFeatures.CHANNELS; later++) {
      SideFeatures.fill(
          value - mean >> tile.depthShift(),
          residuals[channel][row] >> tile.depthShift(),
          side[later],
          SideFeatures.WIDTH * channel,
          row);
    }
  }
}
