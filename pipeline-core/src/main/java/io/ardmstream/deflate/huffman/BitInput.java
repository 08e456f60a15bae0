package io.ardmstream.deflate.huffman;

/** Bits of a DEFLATE stream, from the least significant end of each byte. */
public final class BitInput {
  private final byte[] bytes;
  private int next;
  private int held;
  private int bits;

  /** The bits of the bytes from {@code from} on. */
  public BitInput(byte[] bytes, int from) {
    this.bytes = bytes;
    this.next = from;
  }

  /** The next {@code count} bits as a number, 0 to 16 of them. */
  public int take(int count) {
    while (bits < count) {
      Damage.unless(next < bytes.length, next, "the stream ends too early");
      held |= (bytes[next++] & 0xFF) << bits;
      bits += 8;
    }
    int taken = held & (1 << count) - 1;
    held >>>= count;
    bits -= count;
    return taken;
  }

  /** The bits that are left of the byte begun. */
  public int padding() {
    return take(bits & 7);
  }

  /** Copies bytes; only after {@link #padding}. */
  public void copy(byte[] into, int at, int length) {
    for (int i = 0; i < length; i++) {
      into[at + i] = (byte) take(8);
    }
  }

  /** The first byte of which no bit was taken. */
  public int position() {
    return next - bits / 8;
  }
}
