package io.ardmstream.likelihood.audio;

import io.ardmstream.mixing.Mixing;

/**
 * How a model codes ranks.
 *
 * @param mixing how many predictors there are
 * @param head what the network's outputs mean
 * @param base of the digits
 */
record RankCoding(Mixing mixing, ResidualHead head, int base) {
  /** Predictor sets of the light mix; one that reacts quickly beside one that looks far. */
  private static final int[] LIGHT_SETS = {1, 3};

  private static final int[] FULL_SETS = {1, 0, 2, 3};

  int[] sets() {
    return (mixing == Mixing.FULL ? FULL_SETS : LIGHT_SETS).clone();
  }
}
