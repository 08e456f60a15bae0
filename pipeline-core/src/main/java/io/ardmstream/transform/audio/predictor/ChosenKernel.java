package io.ardmstream.transform.audio.predictor;

import io.ardmstream.kernel.FastestKernel;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which kernel predictors compute with: loops until there was so much to do that it pays to have
 * the JVM compile vectors, then the fastest one.
 */
final class ChosenKernel {
  private static final PredictorKernel LOOPS = PredictorKernel.plain();

  /** Predictions of single filters until which loops are faster. */
  private static final int COLD = 1 << 18;

  private static final AtomicInteger DONE = new AtomicInteger();

  private ChosenKernel() {}

  /** Looks for the kernel when it is first needed. */
  private static final class Fastest {
    static final PredictorKernel FOUND = FastestKernel.of(PredictorKernel.class, () -> LOOPS);
  }

  static PredictorKernel now() {
    return DONE.get() < COLD ? LOOPS : Fastest.FOUND;
  }

  /** Tells of work that was done. */
  static void worked(int predictions) {
    if (DONE.get() < COLD) {
      DONE.addAndGet(predictions);
    }
  }
}
