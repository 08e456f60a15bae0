package io.ardmstream.likelihood.anyorder;

import static io.ardmstream.likelihood.anyorder.PartialTile.CHANNELS;
import static io.ardmstream.likelihood.anyorder.PartialTile.POSITIONS;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.network.Network;
import java.util.Arrays;

/**
 * Tiles on their way through the network: {@link #add} them as far as they are known, {@link
 * #evaluate}, then ask for the {@link #distribution} of any sample. Not thread-safe.
 */
final class TileBatch implements AutoCloseable {

  /** Tiles that go through the network at once. */
  static final int CAPACITY = 16;

  private final Network network;
  private final TileHead head;
  private final TileFeatures[] features = new TileFeatures[CAPACITY];
  private final float[][] views = new float[TileFeatures.WIDTH][CAPACITY * POSITIONS];
  private final float[][][] mixtures = new float[CHANNELS][][];
  private final LogisticMixture mixture;
  private final int[] taps = new int[TileFeatures.TAPS];
  private float[][] out;
  private int size;

  /** A batch for one thread; closing it closes the network. */
  TileBatch(Network network, TileHead head) {
    this.network = network;
    this.head = head;
    mixture = new LogisticMixture(head.components());
    mixture.range(0, PartialTile.CARDINALITY);
    Arrays.setAll(features, i -> new TileFeatures());
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  void clear() {
    size = 0;
  }

  /** Adds a tile as far as it is known now, and returns its number. */
  int add(PartialTile tile, int stage) {
    features[size].look(tile, stage, views, size * POSITIONS);
    return size++;
  }

  /** Computes the distributions of all samples of all tiles. */
  void evaluate() {
    if (size == 0) {
      return;
    }
    out = network.evaluate(size * POSITIONS, views)[0];
    for (int channel = 0; channel < CHANNELS; channel++) {
      int from = channel * head.width();
      mixtures[channel] = Arrays.copyOfRange(out, from, from + 3 * head.components());
    }
  }

  /** Over the values of a sample; to be used before the next one is asked for. */
  LogisticMixture distribution(int number, int cell) {
    features[number].taps(cell, taps);
    int channel = cell / POSITIONS;
    int row = number * POSITIONS + cell % POSITIONS;
    long moved = 0;
    for (int i = 0; i < taps.length; i++) {
      moved += (long) out[head.taps(channel) + i][row] * taps[i];
    }
    long centre = ((long) features[number].base(cell) << 4) + (moved >> 4);
    mixture.set(mixtures[channel], row, centre, 0);
    return mixture;
  }

  @Override
  public void close() {
    network.close();
  }
}
