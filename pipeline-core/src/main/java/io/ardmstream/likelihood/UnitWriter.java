package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;

/** Takes the samples of one unit in the order of coding: step by step, channel by channel. */
public interface UnitWriter {

  /**
   * Takes a sample.
   *
   * @param distribution over the values of its channel
   */
  void put(int channel, int position, LogisticMixture distribution, int value);

  /** The payload, once all samples were taken. */
  byte[] finish();

  /** What they cost so far. */
  BitCount bits();
}
