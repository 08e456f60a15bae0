package io.ardmstream.likelihood.audio;

import io.ardmstream.distribution.LogisticMixture;
import io.ardmstream.mixing.LogOdds;

/** A logistic distribution around a prediction, as wide as its last errors. */
final class ErrorOpinion {
  private static final long LEAST = 8;

  /** {@code 256 ln(256)} and {@code 256 ln(2 ln 2)}: the mean error of a logistic of scale 1. */
  private static final int LOG_OF_UNIT = 1420 + 84;

  private final LogisticMixture distribution = new LogisticMixture(1);
  private final ErrorScale scale;
  private long centre;

  /**
   * An opinion.
   *
   * @param ranks of the channel
   * @param scale of its errors so far
   */
  ErrorOpinion(int ranks, ErrorScale scale) {
    distribution.range(0, ranks);
    this.scale = scale;
  }

  LogisticMixture distribution() {
    return distribution;
  }

  /** Puts it around a prediction in 1/256. */
  void set(long prediction) {
    centre = prediction;
    distribution.set(centre, LogOdds.log(scale.mean(LEAST)) - LOG_OF_UNIT);
  }

  void learn(int rank) {
    scale.learn(((long) rank << 8) - centre);
  }
}
