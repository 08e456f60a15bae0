package io.ardmstream.coder.binary;

/** The inverse of {@link BinaryEncoder}; reads zeros past the end of its bytes. */
public final class BinaryDecoder implements BitCoder {
  private final byte[] bytes;
  private int next;
  private int low;
  private int high = -1;
  private int value;

  /** Decodes the bytes from {@code offset} on. */
  public BinaryDecoder(byte[] bytes, int offset) {
    this.bytes = bytes;
    this.next = offset;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | take();
    }
  }

  @Override
  public int pass(int ignored, int probability) {
    int middle = Interval.middle(low, high, probability);
    int bit = Integer.compareUnsigned(value, middle) <= 0 ? 1 : 0;
    if (bit == 1) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while ((low ^ high) >>> 24 == 0) {
      low <<= 8;
      high = high << 8 | 0xFF;
      value = value << 8 | take();
    }
    return bit;
  }

  private int take() {
    return next < bytes.length ? bytes[next++] & 0xFF : 0;
  }
}
