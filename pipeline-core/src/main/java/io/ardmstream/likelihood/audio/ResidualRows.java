package io.ardmstream.likelihood.audio;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.likelihood.ContextBatch;
import io.ardmstream.network.Network;
import java.util.ArrayList;
import java.util.List;

/** Residuals on their way through the audio network: neighbours in, mixtures out. */
final class ResidualRows implements ContextBatch<AudioUnit> {

  /** An eighth of an octave in 1/256 nats, times 256. */
  private static final int LOUDNESS_NATS = 5678;

  /** Rows that go through the network at once. */
  private static final int CHUNK = 4096;

  /** What is known of the rows of one channel once it was evaluated. */
  private static final class Evaluated {
    final int[] references;
    final int[][] kernels;
    final float[][] outputs;

    Evaluated(int capacity, int width) {
      references = new int[capacity];
      kernels = new int[capacity][AudioFeatures.KERNEL];
      outputs = new float[width][capacity];
    }
  }

  private final AudioFeatures features;
  private final ResidualHead head;
  private final Network network;
  private final AudioUnit[] units;
  private final int[] positions;
  private final float[][] chunk;
  private final List<Evaluated> channels = new ArrayList<>();
  private int rows;

  ResidualRows(AudioFeatures features, ResidualHead head, Network network, int capacity) {
    this.features = features;
    this.head = head;
    this.network = network;
    units = new AudioUnit[capacity];
    positions = new int[capacity];
    chunk = new float[features.width()][Math.min(CHUNK, capacity)];
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
  public void add(AudioUnit unit, int position) {
    units[rows] = unit;
    positions[rows] = position;
    rows++;
  }

  @Override
  public void evaluate(int channel) {
    while (channels.size() <= channel) {
      channels.add(new Evaluated(capacity(), head.width()));
    }
    Evaluated evaluated = channels.get(channel);
    for (int from = 0; from < rows; from += CHUNK) {
      int to = Math.min(rows, from + CHUNK);
      for (int row = from; row < to; row++) {
        if (channel < units[row].channels()) {
          evaluated.references[row] =
              features.fill(
                  units[row], channel, positions[row], chunk, row - from, evaluated.kernels[row]);
        }
      }
      float[][] output = network.evaluate(to - from, chunk)[0];
      for (int i = 0; i < output.length; i++) {
        System.arraycopy(output[i], 0, evaluated.outputs[i], from, to - from);
      }
    }
  }

  @Override
  public void distribution(int row, int channel, LogisticMixture mixture) {
    Evaluated evaluated = channels.get(channel);
    long centre = 0;
    for (int i = 0; i < AudioFeatures.KERNEL; i++) {
      centre += (long) evaluated.outputs[head.kernel() + i][row] * evaluated.kernels[row][i];
    }
    mixture.range(units[row].least(channel), units[row].cardinality(channel));
    mixture.set(evaluated.outputs, row, centre, logScale(evaluated.references[row]));
  }

  /** The logarithm of the scale that a loudness stands for, in 1/256 nats. */
  static int logScale(int loudness) {
    return loudness * LOUDNESS_NATS >> 8;
  }

  @Override
  public int value(int row, int channel) {
    return units[row].residuals(channel)[positions[row]];
  }

  @Override
  public void know(int row, int channel, int value) {
    units[row].residuals(channel)[positions[row]] = value;
  }

  @Override
  public void reveal(int row, int channel, int value) {
    // the later channels read the residual itself
  }
}
