package io.ardmstream.jobs.rates;

import java.util.OptionalLong;

/** Which checkpoints there were, as one subtask sees them. Their numbers only rise. */
final class Checkpoints {

  private long last;
  private long completed;

  /** Begins after the checkpoint that the job was restored from, if there was one. */
  Checkpoints(OptionalLong restored) {
    last = restored.orElse(0);
    completed = last;
  }

  /** The state is being written. */
  void begin(long checkpoint) {
    last = checkpoint;
  }

  /** The state is safe: no failure leads back before it. */
  void complete(long checkpoint) {
    completed = Math.max(completed, checkpoint);
  }

  /** The last one that does not hold what is changed now. */
  long last() {
    return last;
  }

  /** Whether a change made after this checkpoint is safe. */
  boolean isSafe(long after) {
    return completed > after;
  }
}
