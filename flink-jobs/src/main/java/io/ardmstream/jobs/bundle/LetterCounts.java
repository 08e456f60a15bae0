package io.ardmstream.jobs.bundle;

import io.ardmstream.schema.ErrorClass;
import io.ardmstream.schema.TopicRecord;
import java.util.EnumMap;
import java.util.Map;

/**
 * Records that went to the dead-letter topic: all by the kind of failure, and some for the report,
 * each with the reason.
 */
public final class LetterCounts {

  private final Counts counts;
  private final Map<ErrorClass, Counts.Count> kinds = new EnumMap<>(ErrorClass.class);

  /** Begins all kinds at zero, so that the first letter is seen as an increase. */
  public LetterCounts(Counts counts) {
    this.counts = counts;
    for (ErrorClass error : ErrorClass.values()) {
      kinds.put(error, counts.of("dead_letters", "error", error.name()));
    }
  }

  public void add(TopicRecord record, Refusal refusal) {
    kinds.get(refusal.error()).add(1);
    counts.reported("refused " + refusal.error()).add(1);
    counts.remark(
        "failed", Identity.of(record) + ": " + refusal.error() + ": " + refusal.message());
  }
}
