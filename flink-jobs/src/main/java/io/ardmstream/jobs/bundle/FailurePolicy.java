package io.ardmstream.jobs.bundle;

/** What a job does about a record that only a later installation can handle. */
public enum FailurePolicy {
  /** The record goes to the dead-letter topic and the job continues. */
  DEAD_LETTER,
  /** The job fails, and starts again at this record once the cause is removed. */
  STOP
}
