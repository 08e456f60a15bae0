package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.Weights;

/** Weights for mixers to begin with. */
public interface WarmWeights {
  /** The first set; the mixer changes it. */
  Weights first(WarmStart start);

  /** The second set. */
  Weights second(WarmStart start);
}
