package io.ardmstream.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small networks with random weights, for tests. */
public final class TinyNetworks {

  private TinyNetworks() {}

  /** A trunk with a residual block and a head over one input. */
  public static NetworkSpec spec(String name, int width, int outputs) {
    return new NetworkSpec(
        name,
        List.of(new NetworkInput("in", width, 5, 255)),
        List.of(
            new Layer.Dense("stem", List.of("in"), 8, 5, 0, 255),
            new Layer.Dense("branch", List.of("stem"), 8, 5, -255, 255),
            new Layer.Sum("trunk", List.of("stem", "branch"), 5, 0, 255),
            new Layer.Dense("head", List.of("trunk"), outputs, 8, -4095, 4095)),
        List.of("head", "trunk"));
  }

  /** The same with convolutions of 3 x 3 and 5 x 5, over pictures. */
  public static NetworkSpec onGrid(String name, int width, int outputs, int across, int down) {
    return new NetworkSpec(
        name,
        List.of(new NetworkInput("in", width, 5, 255)),
        List.of(
            new Convolution("stem", List.of("in"), 6, 1, 5, -255, 255),
            new Convolution("branch", List.of("stem", "in"), 6, 2, 5, -255, 255),
            new Layer.Sum("trunk", List.of("stem", "branch"), 5, 0, 255),
            new Layer.Dense("head", List.of("trunk"), outputs, 8, -4095, 4095)),
        List.of("head"),
        new Grid(across, down));
  }

  /** Random weights in [-largest, largest]. */
  public static IntegerNetwork random(NetworkSpec spec, long seed, int largest) {
    Random random = new Random(seed);
    List<DenseWeights> weights = new ArrayList<>();
    for (Layer.Weighted layer : spec.weightedLayers()) {
      int fanIn = layer.fanIn(spec);
      short[] w = new short[fanIn * layer.units()];
      for (int i = 0; i < w.length; i++) {
        w[i] = (short) (random.nextInt(2 * largest + 1) - largest);
      }
      int[] bias = new int[layer.units()];
      byte[] shift = new byte[layer.units()];
      for (int i = 0; i < bias.length; i++) {
        shift[i] = (byte) (4 + random.nextInt(6));
        bias[i] = random.nextInt(2001) - 1000 + (1 << shift[i] - 1);
      }
      weights.add(new DenseWeights(w, bias, shift));
    }
    return new IntegerNetwork(spec, weights);
  }

  /** Random features within the bound of the input. */
  public static float[] rows(NetworkInput input, int rows, Random random) {
    float[] values = new float[rows * input.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(2 * input.bound() + 1) - input.bound();
    }
    return values;
  }
}
