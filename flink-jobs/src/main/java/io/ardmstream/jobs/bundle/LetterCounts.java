package io.ardmstream.jobs.bundle;

import io.ardmstream.schema.ErrorClass;
import java.util.EnumMap;
import java.util.Map;

/** Records that went to the dead-letter topic, by the kind of failure. */
public final class LetterCounts {

  private final Map<ErrorClass, Counts.Count> kinds = new EnumMap<>(ErrorClass.class);

  /** Begins all kinds at zero, so that the first letter is seen as an increase. */
  public LetterCounts(Counts counts) {
    for (ErrorClass error : ErrorClass.values()) {
      kinds.put(error, counts.of("dead_letters", "error", error.name()));
    }
  }

  public void add(Refusal refusal) {
    kinds.get(refusal.error()).add(1);
  }
}
