package io.ardmstream.coder.binary;

/**
 * Where modelled bits go when encoding and come from when decoding, so that a model is written once
 * for both.
 */
public interface BitCoder {

  /**
   * Passes one bit.
   *
   * @param bit the bit to be encoded; of no meaning when decoding
   * @param probability that the bit is 1, in units of 2^-16, 1 to 65535
   * @return the bit
   */
  int pass(int bit, int probability);
}
