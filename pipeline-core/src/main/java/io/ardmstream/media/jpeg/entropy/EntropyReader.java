package io.ardmstream.media.jpeg.entropy;

/** Entropy-coded bits between two markers, without the zero after each 0xFF. */
public final class EntropyReader {
  private final byte[] bytes;
  private final int end;
  private int next;
  private long held;
  private int count;

  /** Bits that were made up past the end. */
  private int missing;

  public EntropyReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.end = end;
    next = start;
  }

  /** The next bits, at most 16, zeros past the end. */
  int peek(int bits) {
    if (count < 16) {
      fill();
    }
    return (int) (held >>> count - bits) & (1 << bits) - 1;
  }

  void skip(int bits) {
    count -= bits;
  }

  /** Takes 0 to 16 bits. */
  public int bits(int bits) {
    int value = peek(bits);
    count -= bits;
    return value;
  }

  /** Takes a number of so many bits in the manner of T.81, F.2.2.1. */
  int signed(int bits) {
    if (bits == 0) {
      return 0;
    }
    int value = bits(bits);
    return value >>> bits - 1 == 0 ? value - (1 << bits) + 1 : value;
  }

  /** Whether more bits were taken than there are. */
  boolean exhausted() {
    return count < missing;
  }

  /** Bits left in the last byte that was taken from, 0 to 7. */
  public int paddingBits() {
    return count - missing & 7;
  }

  private void fill() {
    while (count <= 40) {
      int value = 0;
      if (next < end) {
        value = bytes[next++] & 0xFF;
        if (value == Marker.PREFIX && next < end && bytes[next] == 0) {
          next++;
        }
      } else {
        missing += 8;
      }
      held = held << 8 | value;
      count += 8;
    }
  }
}
