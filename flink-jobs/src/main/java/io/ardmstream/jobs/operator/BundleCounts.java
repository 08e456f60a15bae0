package io.ardmstream.jobs.operator;

import java.util.function.LongConsumer;

/** How full bundles are and how long they take. */
final class BundleCounts {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LongConsumer records;
  private final LongConsumer millis;

  BundleCounts(Counts counts) {
    records = counts.distribution("bundle_records");
    millis = counts.distribution("bundle_milliseconds");
  }

  /**
   * Notes a bundle that is done.
   *
   * @param size its records
   * @param start {@link System#nanoTime} when it began
   */
  void done(int size, long start) {
    records.accept(size);
    millis.accept((System.nanoTime() - start) / NANOS_PER_MILLI);
  }
}
