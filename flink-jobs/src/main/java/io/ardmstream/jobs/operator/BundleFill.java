package io.ardmstream.jobs.operator;

import java.util.EnumMap;
import java.util.Map;

/** Counts how full bundles were, and what completed them. */
final class BundleFill {

  /** What completed a bundle. */
  enum Reason {
    /** It had as many records or bytes as it may have. */
    FULL,
    /** Its first record had waited for as long as it may. */
    LATE,
    /** A checkpoint, a watermark or the end of the input did not let it wait. */
    EARLY
  }

  private final Map<Reason, Counts.Count> bundles = new EnumMap<>(Reason.class);
  private final Counts.Count bytes;

  BundleFill(Counts counts) {
    bundles.put(Reason.FULL, counts.of("bundles_full"));
    bundles.put(Reason.LATE, counts.of("bundles_late"));
    bundles.put(Reason.EARLY, counts.of("bundles_early"));
    bytes = counts.of("bundled_bytes");
  }

  void add(Reason reason, long bytesHeld) {
    bundles.get(reason).add(1);
    bytes.add(bytesHeld);
  }
}
