package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;

/** Takes the samples of one unit in the order of coding: step by step, channel by channel. */
public interface UnitWriter {

  /**
   * Takes a sample.
   *
   * @param distribution over the leaves of its channel
   */
  void put(int channel, int place, LogisticMixture distribution, int leaf);

  /** The payload, once all samples were taken. */
  byte[] finish();

  /** What they cost so far. */
  BitCount bits();
}
