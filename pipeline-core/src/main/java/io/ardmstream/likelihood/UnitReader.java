package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;

/** Gives back the samples of one unit in the order of coding. */
public interface UnitReader {

  /**
   * The value of the next sample.
   *
   * @param distribution over the values of its channel
   */
  int next(int channel, int position, LogisticMixture distribution);
}
