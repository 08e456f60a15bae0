package io.ardmstream.bytes;

import java.io.ByteArrayOutputStream;

/** Writes bits, from the most significant end of each byte. */
public final class BitSink {
  private final ByteArrayOutputStream bytes;
  private int held;
  private int free = 8;

  /** Adds to bytes that are there. */
  public BitSink(ByteArrayOutputStream bytes) {
    this.bytes = bytes;
  }

  /** Writes the lowest bits of a value, 0 to 32 of them, the most significant first. */
  public void bits(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      held = held << 1 | value >> i & 1;
      free--;
      if (free == 0) {
        bytes.write(held);
        held = 0;
        free = 8;
      }
    }
  }

  /** Writes ones, and the zero that ends them if it is wanted. */
  public void unary(int ones, boolean ended) {
    for (int i = 0; i < ones; i++) {
      bits(1, 1);
    }
    bits(0, ended ? 1 : 0);
  }

  /** Fills the last byte with zeros. */
  public void finish() {
    bits(0, free & 7);
  }
}
