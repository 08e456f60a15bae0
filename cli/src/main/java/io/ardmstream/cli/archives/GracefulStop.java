package io.ardmstream.cli.archives;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command bring what it has begun to an end when the process is told to end, by Ctrl-C or
 * SIGTERM, instead of ending at once.
 */
final class GracefulStop implements AutoCloseable {
  private static final int MOST_MINUTES = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "graceful-stop");
  private volatile boolean asked;
  private volatile Runnable stop = () -> {};

  GracefulStop() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Says how to stop; called in another thread, at most once. */
  void onSignal(Runnable action) {
    stop = action;
  }

  /** Whether the process was told to end. */
  boolean isAsked() {
    return asked;
  }

  /** The command has come to its end. */
  @Override
  public void close() {
    ended.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException justNow) {
        // the process ends, and does not wait any more
      }
    }
  }

  private void await() {
    asked = true;
    stop.run();
    try {
      ended.await(MOST_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
