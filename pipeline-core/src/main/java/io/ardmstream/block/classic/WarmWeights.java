package io.ardmstream.block.classic;

/** Weights for mixers to begin with. */
interface WarmWeights {
  /** The first set; the mixer changes it. */
  Weights first(WarmStart start);

  /** The second set. */
  Weights second(WarmStart start);
}
