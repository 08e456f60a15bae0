package io.ardmstream.transform;

/**
 * How much an encoder tries to find the parameters of a block; decoding takes the same time either
 * way.
 */
public enum Effort {
  /** One parameter set. */
  FAST,
  /** Every published parameter set, several times slower. */
  BEST
}
