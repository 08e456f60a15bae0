package io.ardmstream.jobs.kafka.source;

/** When a job ends by itself. */
public enum StopPosition {
  /** It follows its topics until it is stopped. */
  NEVER,
  /** It ends after the last record that was there when it started. */
  LATEST
}
