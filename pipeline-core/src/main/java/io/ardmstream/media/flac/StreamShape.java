package io.ardmstream.media.flac;

/**
 * What the samples of a stream are.
 *
 * @param channels 1 to 8
 * @param depth bits a sample, 4 to 32
 */
record StreamShape(int channels, int depth) {
  private static final int LEAST_DEPTH = 4;

  /** Whether frames of this shape are understood. */
  boolean sound() {
    return depth >= LEAST_DEPTH;
  }
}
