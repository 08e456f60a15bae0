package io.ardmstream.network;

import java.util.List;

/**
 * A network with its integer weights, proven free of overflow.
 *
 * @param spec the layers
 * @param weights of {@link NetworkSpec#denseLayers()}, in that order
 */
public record IntegerNetwork(NetworkSpec spec, List<DenseWeights> weights) {

  /** Largest magnitude that a partial sum may have: float arithmetic on integers is exact below. */
  public static final long EXACT_BELOW = 1L << 24;

  /**
   * Checks shapes and the overflow proof.
   *
   * @throws IllegalArgumentException if a weight array has the wrong size or a worst-case partial
   *     sum reaches 2^24
   */
  public IntegerNetwork {
    weights = List.copyOf(weights);
    List<Layer.Dense> dense = spec.denseLayers();
    if (dense.size() != weights.size()) {
      throw new IllegalArgumentException(
          "network %s has %d dense layers but weights for %d"
              .formatted(spec.name(), dense.size(), weights.size()));
    }
    for (int i = 0; i < dense.size(); i++) {
      proveExact(spec, dense.get(i), weights.get(i));
    }
  }

  private static void proveExact(NetworkSpec spec, Layer.Dense layer, DenseWeights w) {
    if (w.units() != layer.units() || w.fanIn() != spec.fanIn(layer)) {
      throw new IllegalArgumentException(
          "layer %s wants %d x %d weights, not %d x %d"
              .formatted(layer.name(), spec.fanIn(layer), layer.units(), w.fanIn(), w.units()));
    }
    for (int unit = 0; unit < layer.units(); unit++) {
      long worst = worstCase(spec, layer, w, unit);
      if (worst >= EXACT_BELOW) {
        throw new IllegalArgumentException(
            "layer %s unit %d: a partial sum can reach %d, which is not below 2^24"
                .formatted(layer.name(), unit, worst));
      }
    }
  }

  private static long worstCase(NetworkSpec spec, Layer.Dense layer, DenseWeights w, int unit) {
    long worst = Math.abs((long) w.bias()[unit]);
    int row = 0;
    for (String source : layer.inputs()) {
      int bound = spec.bound(source);
      int width = spec.width(source);
      for (int i = 0; i < width; i++, row++) {
        worst += (long) Math.abs(w.weights()[row * layer.units() + unit]) * bound;
      }
    }
    return worst;
  }

  /** Weights of a dense layer. */
  public DenseWeights weights(Layer.Dense layer) {
    return weights.get(spec.denseLayers().indexOf(layer));
  }
}
