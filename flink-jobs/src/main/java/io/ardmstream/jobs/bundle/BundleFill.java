package io.ardmstream.jobs.bundle;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Counts how full bundles were, what completed them, and how long they took. */
final class BundleFill {

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** What completed a bundle. */
  enum Reason {
    /** It had as many records or bytes as it may have. */
    FULL,
    /** Its first record had waited for as long as it may, or nothing more came. */
    LATE,
    /** A checkpoint, a watermark or the end of the input did not let it wait. */
    EARLY
  }

  private final Map<Reason, Counts.Count> bundles = new EnumMap<>(Reason.class);
  private final Counts.Count bytes;
  private final LongConsumer records;
  private final LongConsumer millis;

  BundleFill(Counts counts) {
    bundles.put(Reason.FULL, counts.of("bundles_full"));
    bundles.put(Reason.LATE, counts.of("bundles_late"));
    bundles.put(Reason.EARLY, counts.of("bundles_early"));
    bytes = counts.of("bundled_bytes");
    records = counts.distribution("bundle_records");
    millis = counts.distribution("bundle_milliseconds");
  }

  void add(Reason reason, long bytesHeld) {
    bundles.get(reason).add(1);
    bytes.add(bytesHeld);
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
