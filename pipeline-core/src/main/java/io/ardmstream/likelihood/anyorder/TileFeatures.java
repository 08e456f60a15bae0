package io.ardmstream.likelihood.anyorder;

import static io.ardmstream.likelihood.anyorder.PartialTile.CHANNELS;
import static io.ardmstream.likelihood.anyorder.PartialTile.POSITIONS;
import static io.ardmstream.likelihood.anyorder.PartialTile.SIDE;

import java.util.Arrays;

/**
 * What a network sees of a tile, and what its distributions are centred on: means of what is known
 * around each sample, and differences from them. Integers throughout; a published format. Not
 * thread-safe.
 *
 * <p>Means are in 1/16 level. What is known of a sample weighs by how narrow its interval is; a
 * mean of the near leans on the mean of the far where little is known, and that on the mean of the
 * tile.
 */
public final class TileFeatures {

  /** Features of a position. */
  public static final int WIDTH = 6 * CHANNELS + 2;

  /** Largest magnitude of a feature. */
  public static final int BOUND = 255;

  /**
   * Differences for the centre of a sample's distribution: around, its own, far, other channels.
   */
  public static final int TAPS = 8 + 1 + 1 + CHANNELS - 1;

  private static final int REACH = 5;
  private static final int PADDED = SIDE + 2 * REACH;
  private static final int NEAR = 2;
  private static final int WEIGHT = 64;

  /** Of neighbours at squared distances 0 to 8. */
  private static final int[] NEAR_WEIGHTS = {0, 64, 28, 0, 8, 5, 0, 0, 2};

  private static final int NEAR_LEANS = 1024;
  private static final int FAR_LEANS = 2048;
  private static final int TILE_LEANS = 64;
  private static final int[] PRIOR = {2040, 2176, 2176};

  private PartialTile tile;

  /** What a sample's interval weighs, and that times twice its centre. */
  private final int[] weight = new int[CHANNELS * PADDED * PADDED];

  private final int[] weighted = new int[CHANNELS * PADDED * PADDED];
  private final int[] nearWeight = new int[POSITIONS];
  private final int[] nearSum = new int[POSITIONS];
  private final int[] farWeight = new int[POSITIONS];
  private final int[] farSum = new int[POSITIONS];
  private final int[] near = new int[CHANNELS * POSITIONS];
  private final int[] far = new int[CHANNELS * POSITIONS];

  /**
   * Looks at a tile and writes its features.
   *
   * @param stage of depth upscaling
   * @param planes {@value #WIDTH} of them
   * @param row in the planes that the tile's first position has
   */
  public void look(PartialTile seen, int stage, float[][] planes, int row) {
    tile = seen;
    for (int channel = 0; channel < CHANNELS; channel++) {
      weigh(channel);
      sum(channel);
      means(channel);
      write(channel, planes, row);
    }
    for (int i = 0; i < POSITIONS; i++) {
      boolean inside = tile.span(i) > 0;
      planes[WIDTH - 2][row + i] = inside ? 32 * stage : 0;
      planes[WIDTH - 1][row + i] = inside ? 64 : 0;
    }
  }

  /**
   * What is known of a sample counts by its interval's width: noise of a variance of 100 is added.
   */
  private void weigh(int channel) {
    int from = channel * POSITIONS;
    for (int i = 0; i < POSITIONS; i++) {
      int at = padded(channel, i);
      int span = tile.span(from + i);
      int w = tile.unknown(from + i) ? 0 : WEIGHT * 1200 / (1200 + span * span);
      weight[at] = w;
      weighted[at] = w * (2 * tile.first(from + i) + span - 1);
    }
  }

  private static int padded(int channel, int position) {
    return (channel * PADDED + position / SIDE + REACH) * PADDED + position % SIDE + REACH;
  }

  private void sum(int channel) {
    Arrays.fill(nearWeight, 0);
    Arrays.fill(nearSum, 0);
    Arrays.fill(farWeight, 0);
    Arrays.fill(farSum, 0);
    for (int dy = -REACH; dy <= REACH; dy++) {
      for (int dx = -REACH; dx <= REACH; dx++) {
        int distance = dx * dx + dy * dy;
        if (distance == 0) {
          continue;
        }
        int beside = padded(channel, 0) + dy * PADDED + dx;
        add(beside, (64 + distance / 2) / distance, farWeight, farSum);
        if (Math.abs(dx) <= NEAR && Math.abs(dy) <= NEAR) {
          add(beside, NEAR_WEIGHTS[distance], nearWeight, nearSum);
        }
      }
    }
  }

  private void add(int from, int factor, int[] weights, int[] sums) {
    for (int y = 0; y < SIDE; y++) {
      int source = from + y * PADDED;
      int to = y * SIDE;
      for (int x = 0; x < SIDE; x++) {
        weights[to + x] += factor * weight[source + x];
        sums[to + x] += factor * weighted[source + x];
      }
    }
  }

  private void means(int channel) {
    int all = 0;
    int sum = 0;
    for (int i = 0; i < POSITIONS; i++) {
      all += weight[padded(channel, i)];
      sum += weighted[padded(channel, i)];
    }
    int mean = (int) ((8L * sum + (long) TILE_LEANS * PRIOR[channel]) / (all + TILE_LEANS));
    int from = channel * POSITIONS;
    for (int i = 0; i < POSITIONS; i++) {
      far[from + i] = (8 * farSum[i] + FAR_LEANS * mean) / (farWeight[i] + FAR_LEANS);
      near[from + i] = (8 * nearSum[i] + NEAR_LEANS * far[from + i]) / (nearWeight[i] + NEAR_LEANS);
    }
  }

  private void write(int channel, float[][] planes, int row) {
    int plane = 6 * channel;
    int from = channel * POSITIONS;
    for (int i = 0; i < POSITIONS; i++) {
      int cell = from + i;
      if (tile.span(cell) == 0) {
        for (int k = 0; k < 6; k++) {
          planes[plane + k][row + i] = 0;
        }
        continue;
      }
      planes[plane][row + i] = clip(near[cell] - PRIOR[channel] >> (channel == 0 ? 3 : 2));
      planes[plane + 1][row + i] = clip(far[cell] - near[cell] >> 1);
      planes[plane + 2][row + i] = clip(difference(cell, near[cell]) >> 1);
      planes[plane + 3][row + i] = 16 * Integer.numberOfLeadingZeros(tile.span(cell)) - 16 * 23;
      planes[plane + 4][row + i] = nearWeight[i] >> 7;
      planes[plane + 5][row + i] = farWeight[i] >> 8;
    }
  }

  private static int clip(int value) {
    return Math.max(-BOUND, Math.min(BOUND, value));
  }

  /** What is known of a sample less a mean, as far as it is known. */
  private int difference(int cell, int mean) {
    int at = padded(cell / POSITIONS, cell % POSITIONS);
    return 8 * weighted[at] - mean * weight[at] >> 6;
  }

  /** The mean near a sample of the tile that was looked at last, in 1/16 level. */
  public int base(int cell) {
    return near[cell];
  }

  /**
   * The {@value #TAPS} differences of a sample of the tile that was looked at last, in 1/16 level.
   */
  public void taps(int cell, int[] taps) {
    int channel = cell / POSITIONS;
    int at = padded(channel, cell % POSITIONS);
    int mean = near[cell];
    int tap = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int beside = at + dy * PADDED + dx;
        taps[tap++] = 8 * weighted[beside] - mean * weight[beside] >> 6;
      }
    }
    taps[tap++] = far[cell] - mean;
    for (int turn = 1; turn < CHANNELS; turn++) {
      int other = (channel + turn) % CHANNELS * POSITIONS + cell % POSITIONS;
      taps[tap++] = difference(other, near[other]);
    }
  }
}
