package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.util.List;

/**
 * A network with its integer weights, proven free of overflow.
 *
 * @param spec the layers
 * @param weights of {@link NetworkSpec#weightedLayers()}, in that order
 */
@PublicApi(Stability.EVOLVING)
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
    List<Layer.Weighted> layers = spec.weightedLayers();
    if (layers.size() != weights.size()) {
      throw new IllegalArgumentException(
          "network %s has %d layers with weights but weights for %d"
              .formatted(spec.name(), layers.size(), weights.size()));
    }
    for (int i = 0; i < layers.size(); i++) {
      proveExact(spec, layers.get(i), weights.get(i));
    }
  }

  private static void proveExact(NetworkSpec spec, Layer.Weighted layer, DenseWeights w) {
    if (w.units() != layer.units() || w.fanIn() != layer.fanIn(spec)) {
      throw new IllegalArgumentException(
          "layer %s wants %d x %d weights, not %d x %d"
              .formatted(layer.name(), layer.fanIn(spec), layer.units(), w.fanIn(), w.units()));
    }
    for (int unit = 0; unit < layer.units(); unit++) {
      long worst = layer.worstCase(spec, w, unit);
      if (worst >= EXACT_BELOW) {
        throw new IllegalArgumentException(
            "layer %s unit %d: a partial sum can reach %d, which is not below 2^24"
                .formatted(layer.name(), unit, worst));
      }
    }
  }

  /** Weights of a layer that has some. */
  public DenseWeights weights(Layer.Weighted layer) {
    return weights.get(spec.weightedLayers().indexOf(layer));
  }
}
