package io.ardmstream.network;

import java.util.Arrays;
import java.util.List;

/**
 * The weights of a layer in the order of a {@link DenseKernel}: by groups of units, the last one
 * filled up with units of zeros.
 *
 * @param bias one per unit of full groups
 * @param weights of each source that the layer reads
 * @param shifts one per unit of the layer
 */
record UnitGroups(float[] bias, float[][] weights, byte[] shifts) {
  private static final int GROUP = DenseKernel.GROUP;

  /** Weights of a layer that reads sources of these widths, one after another. */
  static UnitGroups of(DenseWeights dense, List<Integer> widths) {
    int groups = (dense.units() + GROUP - 1) / GROUP;
    float[] bias = new float[groups * GROUP];
    for (int unit = 0; unit < dense.units(); unit++) {
      bias[unit] = dense.bias()[unit];
    }
    float[][] weights = new float[widths.size()][];
    int first = 0;
    for (int source = 0; source < weights.length; source++) {
      weights[source] = grouped(dense, first, widths.get(source), groups);
      first += widths.get(source);
    }
    return new UnitGroups(bias, weights, Arrays.copyOf(dense.shift(), dense.units()));
  }

  private static float[] grouped(DenseWeights dense, int first, int count, int groups) {
    float[] weights = new float[groups * count * GROUP];
    for (int unit = 0; unit < dense.units(); unit++) {
      int group = unit / GROUP;
      for (int i = 0; i < count; i++) {
        short weight = dense.weights()[(first + i) * dense.units() + unit];
        weights[(group * count + i) * GROUP + unit % GROUP] = weight;
      }
    }
    return weights;
  }
}
