package io.ardmstream.media;

/** Reads what a {@link BitSink} wrote; takes as many bytes as its bits need. */
public final class BitSource {
  private final ForeignSource bytes;
  private int held;
  private int left;

  public BitSource(ForeignSource bytes) {
    this.bytes = bytes;
  }

  public int bits(int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
      if (left == 0) {
        held = bytes.u8();
        left = 8;
      }
      left--;
      value = value << 1 | held >> left & 1;
    }
    return value;
  }
}
