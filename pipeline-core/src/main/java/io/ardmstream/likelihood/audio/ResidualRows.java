package io.ardmstream.likelihood.audio;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.ContextBatch;
import io.ardmstream.network.Network;

/** Residuals on their way through the audio network: neighbours in, mixtures out. */
final class ResidualRows implements ContextBatch<AudioUnit> {

  /** An eighth of an octave in 1/256 nats, times 256. */
  private static final int LOUDNESS_NATS = 5678;

  /** ContextBatch that go through the network at once. */
  private static final int CHUNK = 4096;

  private final AudioFeatures features;
  private final ResidualHead head;
  private final Network network;
  private final AudioUnit[] units;
  private final int[] places;
  private final int[] references;
  private final int[][] kernels;
  private final float[] chunk;
  private final float[] outputs;
  private int rows;

  ResidualRows(AudioFeatures features, ResidualHead head, Network network, int capacity) {
    this.features = features;
    this.head = head;
    this.network = network;
    units = new AudioUnit[capacity];
    places = new int[capacity];
    references = new int[capacity];
    kernels = new int[capacity][AudioFeatures.KERNEL];
    chunk = new float[Math.min(CHUNK, capacity) * features.width()];
    outputs = new float[capacity * head.width()];
  }

  @Override
  public int capacity() {
    return units.length;
  }

  @Override
  public int size() {
    return rows;
  }

  @Override
  public void clear() {
    rows = 0;
  }

  @Override
  public void add(AudioUnit unit, int place) {
    units[rows] = unit;
    places[rows] = place;
    rows++;
  }

  @Override
  public void evaluate(int channel) {
    for (int from = 0; from < rows; from += CHUNK) {
      int to = Math.min(rows, from + CHUNK);
      for (int row = from; row < to; row++) {
        int at = (row - from) * features.width();
        if (channel < units[row].channels()) {
          references[row] =
              features.fill(units[row], channel, places[row], chunk, at, kernels[row]);
        }
      }
      float[] output = network.evaluate(to - from, chunk)[0];
      System.arraycopy(output, 0, outputs, from * head.width(), output.length);
    }
  }

  @Override
  public void distribution(int row, int channel, LogisticMixture mixture) {
    int from = row * head.width();
    long centre = 0;
    for (int i = 0; i < AudioFeatures.KERNEL; i++) {
      centre += (long) outputs[from + head.kernel() + i] * kernels[row][i];
    }
    mixture.range(units[row].least(channel), units[row].cardinality(channel));
    mixture.set(outputs, from, centre, references[row] * LOUDNESS_NATS >> 8);
  }

  @Override
  public int value(int row, int channel) {
    return units[row].residuals(channel)[places[row]];
  }

  @Override
  public void know(int row, int channel, int value) {
    units[row].residuals(channel)[places[row]] = value;
  }

  @Override
  public void reveal(int row, int channel, int value) {
    // the later channels read the residual itself
  }
}
