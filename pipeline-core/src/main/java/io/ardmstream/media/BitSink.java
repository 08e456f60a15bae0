package io.ardmstream.media;

/** Bits being written, from the most significant end of each byte. */
public final class BitSink {
  private final ByteSink bytes = new ByteSink();
  private int held;
  private int free = 8;

  /** Writes the lowest bits of a value, the most significant of them first. */
  public BitSink bits(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      held = held << 1 | value >> i & 1;
      free--;
      if (free == 0) {
        flush();
      }
    }
    return this;
  }

  private void flush() {
    bytes.u8(held);
    held = 0;
    free = 8;
  }

  /** All of them, and zeros to the end of the last byte. */
  public byte[] toBytes() {
    while (free < 8) {
      bits(0, 1);
    }
    return bytes.toBytes();
  }
}
