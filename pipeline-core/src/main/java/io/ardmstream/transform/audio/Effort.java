package io.ardmstream.transform.audio;

/** How much an encoder tries to make a block small; decoding takes the same time either way. */
public enum Effort {
  /** One parameter set; the classic coder only where it looks hopeful. */
  FAST,
  /** Every published parameter set and the classic coder, several times slower. */
  BEST
}
