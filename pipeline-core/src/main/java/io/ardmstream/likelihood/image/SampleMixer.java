package io.ardmstream.likelihood.image;

import io.ardmstream.distribution.LogisticMixture;

/** Passes the samples of one tile along its schedule. */
interface SampleMixer {

  /**
   * Passes a sample; when decoding, the caller makes it known afterwards.
   *
   * @param distribution the network's
   * @param value to be encoded; of no meaning when decoding
   * @return the value
   */
  int pass(int channel, int position, LogisticMixture distribution, int value);
}
