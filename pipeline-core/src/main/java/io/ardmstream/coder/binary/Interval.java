package io.ardmstream.coder.binary;

/** How an interval of unsigned numbers is divided between the bits 1 (below) and 0 (above). */
final class Interval {
  private Interval() {}

  /** The last number of the part of bit 1. */
  static int middle(int low, int high, int probability) {
    long width = (high & 0xFFFFFFFFL) - (low & 0xFFFFFFFFL);
    return low + (int) (width * probability >>> 16);
  }
}
