package io.ardmstream.coder;

import java.util.Random;

/** Slices in decoding order, with what is wanted of them in tests. */
record Message(int[] slices) {

  /** Random slices of all sizes, from one part in 65536 to certainty. */
  static Message random(long seed, int size) {
    Random random = new Random(seed);
    return new Message(random.ints(size, 0, 17).map(bits -> anySlice(random, bits)).toArray());
  }

  /** Draws {@code size} symbols of the alphabet with the given frequencies. */
  static Message drawn(long seed, int size, int... frequencies) {
    Random random = new Random(seed);
    return new Message(
        random.ints(size, 0, CdfInterval.TOTAL).map(p -> sliceAt(p, frequencies)).toArray());
  }

  RansBlockEncoder stack() {
    RansBlockEncoder stack = new RansBlockEncoder();
    for (int slice : slices) {
      stack.add(slice);
    }
    return stack;
  }

  double idealBytes() {
    double bits = 0;
    for (int slice : slices) {
      bits += SymbolCost.bits(CdfInterval.frequency(slice));
    }
    return bits / 8;
  }

  /** Whether the decoder's next symbols are these. */
  boolean isPoppedFrom(RansDecoder decoder) {
    for (int slice : slices) {
      int offset = decoder.peek() - CdfInterval.start(slice);
      if (offset < 0 || offset >= CdfInterval.frequency(slice)) {
        return false;
      }
      decoder.pop(CdfInterval.start(slice), CdfInterval.frequency(slice));
    }
    return true;
  }

  private static int anySlice(Random random, int bits) {
    int frequency = 1 + random.nextInt(1 << bits);
    return CdfInterval.of(random.nextInt(CdfInterval.TOTAL - frequency + 1), frequency);
  }

  private static int sliceAt(int number, int... frequencies) {
    int start = 0;
    int symbol = 0;
    while (start + frequencies[symbol] <= number) {
      start += frequencies[symbol++];
    }
    return CdfInterval.of(start, frequencies[symbol]);
  }
}
