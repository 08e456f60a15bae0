package io.ardmstream.jobs.config;

/** How a job reports what it did when it ends. */
public enum ReportFormat {
  /** Lines for people. */
  TEXT,
  /** One JSON object for programs. */
  JSON
}
