package io.ardmstream.studies.orderagnostic;

import io.ardmstream.ardm.Policy;
import io.ardmstream.ardm.RandomOrder;
import java.util.Random;

/**
 * All orders alike: a random permutation, of which a uniformly random number t of variables is
 * known and all others are to be predicted at once (algorithm 2 of the paper).
 */
record AnyOrder() implements LearntOrder {

  @Override
  public Drawn draw(Random random) {
    return after(random.nextInt(SmallPicture.DIMENSIONS), random.nextLong());
  }

  /** The rest of a permutation, when {@code known} of its variables are known. */
  static Drawn after(int known, long seed) {
    int rest = SmallPicture.DIMENSIONS - known;
    Policy policy = known == 0 ? new Policy(rest) : new Policy(known, rest);
    return new Drawn(
        new RandomOrder(seed, policy).plan(SmallPicture.DIMENSIONS, 1), known == 0 ? 0 : 1);
  }
}
