package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;

/** Predicts decisions about a sample from opinions and contexts, and learns from them. */
public interface DecisionModel {

  /** Sets a context for the decisions to come. */
  void context(int input, int hash);

  /**
   * Passes a decision.
   *
   * @param bit to be encoded; of no meaning when decoding
   * @param node tells it apart from others of the same contexts
   * @param kind of decision, 0 to 31
   * @param opinions log odds that each opinion gives it
   * @return the bit
   */
  int pass(BitCoder port, int bit, int node, int kind, int[] opinions);
}
