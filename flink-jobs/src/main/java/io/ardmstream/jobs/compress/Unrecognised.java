package io.ardmstream.jobs.compress;

/** What becomes of media that cannot be read: unknown, damaged, or not of the declared shape. */
public enum Unrecognised {
  /** It goes to the dead-letter topic with the reason. */
  DEAD_LETTER,
  /** It is encoded as opaque bytes; replay restores it like everything else. */
  STORE
}
