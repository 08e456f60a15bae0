package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;

/** Predicts bits from several contexts at once, and learns from them. */
public interface Mixer {
  /** Sets a context for the bits to come. */
  void context(int input, int hash);

  /**
   * Passes a bit.
   *
   * @param bit to be encoded; of no meaning when decoding
   * @param node tells it apart from others of the same contexts
   * @param first row of the first set of weights
   * @param second row of the second set
   * @return the bit
   */
  int pass(BitCoder port, int bit, int node, int first, int second);
}
