package io.ardmstream.training;

import io.ardmstream.network.DenseWeights;
import io.ardmstream.network.IntegerNetwork;
import io.ardmstream.network.Layer;
import io.ardmstream.network.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Converts trained weights to integers: per unit the finest power-of-two scale at which weights
 * have at most 11 bits and the worst-case partial sum stays below 2^24.
 */
public final class IntegerExport {

  private static final int LARGEST_WEIGHT = 2047;
  private static final int LARGEST_SHIFT = 20;

  private IntegerExport() {}

  /** Exports one network with the averages of its weights, from all variables of a run. */
  public static IntegerNetwork averaged(NetworkSpec spec, Map<String, float[]> variables) {
    return export(spec, name -> variables.get(Optimiser.averageOf(spec.name() + "/" + name)));
  }

  /**
   * Exports one network.
   *
   * @param trained values of a parameter by its name, {@code <layer>/weights} or {@code
   *     <layer>/bias}
   */
  static IntegerNetwork export(NetworkSpec spec, Function<String, float[]> trained) {
    List<DenseWeights> layers = new ArrayList<>();
    for (Layer.Weighted layer : spec.weightedLayers()) {
      layers.add(
          quantise(
              spec,
              layer,
              trained.apply(layer.name() + "/weights"),
              trained.apply(layer.name() + "/bias")));
    }
    return new IntegerNetwork(spec, layers);
  }

  private static DenseWeights quantise(
      NetworkSpec spec, Layer.Weighted layer, float[] weights, float[] bias) {
    int units = layer.units();
    short[] integers = new short[weights.length];
    int[] biases = new int[units];
    byte[] shifts = new byte[units];
    int[][] sources = sources(spec, layer);
    for (int unit = 0; unit < units; unit++) {
      int shift = LARGEST_SHIFT;
      while (!quantiseUnit(layer, sources, weights, bias, unit, shift, integers, biases)) {
        shift--;
      }
      shifts[unit] = (byte) shift;
    }
    return new DenseWeights(integers, biases, shifts);
  }

  /** Per input of the layer: fractional bits and bound. */
  private static int[][] sources(NetworkSpec spec, Layer.Weighted layer) {
    List<int[]> rows = new ArrayList<>();
    int side = 2 * layer.reach() + 1;
    for (int tap = 0; tap < side * side; tap++) {
      for (String source : layer.inputs()) {
        for (int i = 0; i < spec.width(source); i++) {
          rows.add(new int[] {spec.fraction(source), spec.bound(source)});
        }
      }
    }
    return rows.toArray(int[][]::new);
  }

  private static boolean quantiseUnit(
      Layer.Weighted layer,
      int[][] sources,
      float[] weights,
      float[] bias,
      int unit,
      int shift,
      short[] integers,
      int[] biases) {
    if (shift < 0) {
      throw new IllegalStateException(
          "layer %s unit %d: the weights are too large to be exact; train with a smaller rate"
              .formatted(layer.name(), unit));
    }
    double scaledBias = Math.scalb((double) bias[unit], layer.fraction() + shift);
    double worst = Math.abs(scaledBias) + (1 << shift);
    for (int i = 0; i < sources.length; i++) {
      int at = i * layer.units() + unit;
      double weight =
          Math.rint(Math.scalb((double) weights[at], layer.fraction() - sources[i][0] + shift));
      worst += Math.abs(weight) * sources[i][1];
      if (Math.abs(weight) > LARGEST_WEIGHT || worst >= IntegerNetwork.EXACT_BELOW) {
        return false;
      }
      integers[at] = (short) weight;
    }
    biases[unit] = (int) Math.rint(scaledBias) + (shift == 0 ? 0 : 1 << (shift - 1));
    return true;
  }
}
