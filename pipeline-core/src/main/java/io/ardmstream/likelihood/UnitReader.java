package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;

/** Gives back the samples of one unit in the order of coding. */
public interface UnitReader {

  /**
   * The leaf of the next sample.
   *
   * @param distribution over the leaves of its channel
   */
  int next(int channel, int place, LogisticMixture distribution);
}
