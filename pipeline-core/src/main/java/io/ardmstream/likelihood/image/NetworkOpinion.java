package io.ardmstream.likelihood.image;

import io.ardmstream.ardm.Cdf;
import io.ardmstream.distribution.LogisticMixture;

/** What the network says of the sample at hand. */
final class NetworkOpinion implements Cdf {
  private LogisticMixture distribution;

  void set(LogisticMixture ofSample) {
    distribution = ofSample;
  }

  @Override
  public long at(int value) {
    return distribution.at(value);
  }
}
