package io.ardmstream.codec;

/** Bounds how many samples are worked on at once, however many records a call brings. */
final class Wave {
  private static final long MOST_SAMPLES = 1 << 24;

  private long samples;

  /** Whether another record may be taken in; the first one always is. */
  boolean hasRoom() {
    return samples < MOST_SAMPLES;
  }

  void add(long more) {
    samples += more;
  }

  long samples() {
    return samples;
  }
}
