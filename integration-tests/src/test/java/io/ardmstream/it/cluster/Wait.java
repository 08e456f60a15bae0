package io.ardmstream.it.cluster;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Waits for what another process is going to do. */
final class Wait {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Wait() {}

  /** Something that may be so. */
  interface Condition {

    /** Whether it is so; an {@link IOException} counts as not yet. */
    boolean holds() throws IOException;
  }

  /** Returns when the condition holds; fails after five minutes. */
  static void until(String what, Condition condition) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    IOException last = null;
    while (Instant.now().isBefore(end)) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (IOException e) {
        last = e;
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new AssertionError("waited in vain until " + what + "; see target/cluster", last);
  }
}
