package io.ardmstream.media.flac;

/** The channel assignments of a frame: what is coded in place of left and right. */
final class Stereo {
  private Stereo() {}

  /** Whether a coded channel is a difference, which takes one bit more. */
  static boolean side(int assignment, int channel) {
    return channel == (assignment == FrameHeader.SIDE_RIGHT ? 0 : 1)
        && assignment >= FrameHeader.LEFT_SIDE;
  }

  /** Turns left and right into the coded channels. */
  static void split(int assignment, long[][] channels) {
    long[] first = channels[0];
    for (int t = 0; t < first.length && assignment >= FrameHeader.LEFT_SIDE; t++) {
      long left = first[t];
      long right = channels[1][t];
      long side = left - right;
      switch (assignment) {
        case FrameHeader.LEFT_SIDE -> channels[1][t] = side;
        case FrameHeader.SIDE_RIGHT -> first[t] = side;
        default -> {
          first[t] = left + right >> 1;
          channels[1][t] = side;
        }
      }
    }
  }

  /** Turns the coded channels into left and right. */
  static void join(int assignment, long[][] channels) {
    long[] first = channels[0];
    for (int t = 0; t < first.length && assignment >= FrameHeader.LEFT_SIDE; t++) {
      long a = first[t];
      long b = channels[1][t];
      switch (assignment) {
        case FrameHeader.LEFT_SIDE -> channels[1][t] = a - b;
        case FrameHeader.SIDE_RIGHT -> first[t] = a + b;
        default -> {
          long sum = a << 1 | b & 1;
          first[t] = sum + b >> 1;
          channels[1][t] = sum - b >> 1;
        }
      }
    }
  }
}
