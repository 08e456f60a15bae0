package io.ardmstream.coder;

import java.util.Random;

/** Intervals in decoding order, with what is wanted of them in tests. */
record Message(int[] intervals) {

  /** Random intervals of all sizes, from one part in 65536 to certainty. */
  static Message random(long seed, int size) {
    Random random = new Random(seed);
    return new Message(random.ints(size, 0, 17).map(bits -> anySlice(random, bits)).toArray());
  }

  /** Draws {@code size} symbols of the alphabet with the given frequencies. */
  static Message drawn(long seed, int size, int... frequencies) {
    Random random = new Random(seed);
    return new Message(
        random.ints(size, 0, CdfInterval.TOTAL).map(p -> intervalAt(p, frequencies)).toArray());
  }

  RansBlockEncoder stack() {
    RansBlockEncoder stack = new RansBlockEncoder();
    for (int interval : intervals) {
      stack.add(interval);
    }
    return stack;
  }

  double idealBytes() {
    double bits = 0;
    for (int interval : intervals) {
      bits += SymbolCost.bits(CdfInterval.frequency(interval));
    }
    return bits / 8;
  }

  /** Whether the decoder's next symbols are these. */
  boolean isPoppedFrom(RansDecoder decoder) {
    for (int interval : intervals) {
      int offset = decoder.peek() - CdfInterval.start(interval);
      if (offset < 0 || offset >= CdfInterval.frequency(interval)) {
        return false;
      }
      decoder.pop(CdfInterval.start(interval), CdfInterval.frequency(interval));
    }
    return true;
  }

  private static int anySlice(Random random, int bits) {
    int frequency = 1 + random.nextInt(1 << bits);
    return CdfInterval.of(random.nextInt(CdfInterval.TOTAL - frequency + 1), frequency);
  }

  private static int intervalAt(int number, int... frequencies) {
    int start = 0;
    int symbol = 0;
    while (start + frequencies[symbol] <= number) {
      start += frequencies[symbol++];
    }
    return CdfInterval.of(start, frequencies[symbol]);
  }
}
