package io.ardmstream.jobs.compress;

/** What becomes of files of known formats that are not taken apart, such as MP3 and video. */
enum OpaqueFiles {
  /** They are encoded as the bytes they are. */
  KEEP,
  /** They go to the dead-letter topic. */
  REFUSE
}
