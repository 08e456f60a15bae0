package io.ardmstream.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Fails when an input takes more time or memory than its length allows. The targets let inputs
 * claim 2^20 samples at most; the base pays for these, whatever the length.
 */
final class CostOracle {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Cost BASE = new Cost(10_000_000_000L, 128L << 20);
  private static final Cost PER_BYTE = new Cost(100_000, 8 << 10);

  /** The first executions load classes, and a busy machine may disturb one. */
  private static final int ATTEMPTS = 3;

  private CostOracle() {}

  /** Something to be measured. */
  interface Execution {
    void run() throws Throwable;
  }

  /**
   * What the thread that executes takes.
   *
   * @param nanos of processor time
   * @param bytes allocated, whether they are free again or not
   */
  record Cost(long nanos, long bytes) {

    static Cost soFar() {
      return new Cost(THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
    }

    Cost since(Cost before) {
      return new Cost(nanos - before.nanos, bytes - before.bytes);
    }

    static Cost allowed(int length) {
      return new Cost(BASE.nanos + length * PER_BYTE.nanos, BASE.bytes + length * PER_BYTE.bytes);
    }

    boolean isWithin(Cost allowed) {
      return nanos <= allowed.nanos && bytes <= allowed.bytes;
    }
  }

  static void check(int length, Execution execution) throws Throwable {
    Cost cost = atMost(execution);
    for (int again = 1; again < ATTEMPTS && !cost.isWithin(Cost.allowed(length)); again++) {
      cost = measured(execution);
    }
    if (!cost.isWithin(Cost.allowed(length))) {
      throw new IllegalStateException(
          "an input of %d bytes takes %s, more than %s"
              .formatted(length, cost, Cost.allowed(length)));
    }
  }

  /** The time that passes is no less than the processor's, and is asked for in no time. */
  private static Cost atMost(Execution execution) throws Throwable {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = System.nanoTime();
    execution.run();
    return new Cost(System.nanoTime() - nanos, THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  static Cost measured(Execution execution) throws Throwable {
    Cost before = Cost.soFar();
    execution.run();
    return Cost.soFar().since(before);
  }
}
