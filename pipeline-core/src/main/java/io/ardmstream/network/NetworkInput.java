package io.ardmstream.network;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;

/**
 * A named input of a network: {@code width} integer features per row.
 *
 * @param name unique within the network
 * @param width features per row, at least 1
 * @param fraction fractional bits: the feature {@code a} stands for the real number {@code a /
 *     2^fraction} in training; inference does not use it
 * @param bound largest magnitude a feature takes; part of the overflow proof
 */
@PublicApi(Stability.EVOLVING)
public record NetworkInput(String name, int width, int fraction, int bound) {

  /** Checks the ranges. */
  public NetworkInput {
    if (width < 1 || bound < 1 || bound > 2047 || fraction < 0 || fraction > 16) {
      throw new IllegalArgumentException(
          "input %s: width %d, bound %d (1..2047), fraction %d (0..16)"
              .formatted(name, width, bound, fraction));
    }
  }
}
