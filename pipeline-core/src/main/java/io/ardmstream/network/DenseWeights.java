package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/**
 * Integer weights of one dense layer: {@code y[o] = clip((bias[o] + sum_i weights[i * units + o] *
 * a[i]) >> shift[o])}.
 *
 * @param weights input-major: the weight from input {@code i} to unit {@code o} is at {@code i *
 *     units + o}; magnitude at most 2047 (11 significant bits are exact on every accelerator)
 * @param bias one per unit, includes the rounding constant {@code 2^(shift-1)}
 * @param shift one per unit, 0..23
 */
@PublicApi(Stability.EVOLVING)
public record DenseWeights(short[] weights, int[] bias, byte[] shift) {

  /** Units of the layer. */
  public int units() {
    return bias.length;
  }

  /** Inputs of the layer. */
  public int fanIn() {
    return weights.length / bias.length;
  }
}
