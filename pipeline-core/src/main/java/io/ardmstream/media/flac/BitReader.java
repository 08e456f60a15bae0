package io.ardmstream.media.flac;

/** Bits of a range of bytes, the most significant of each byte first. */
final class BitReader {
  private final byte[] bytes;
  private final long end;
  private long next;

  /** Reads from the byte at {@code from} up to that at {@code to}, exclusive. */
  BitReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    next = 8L * from;
    end = 8L * to;
  }

  /** The offset of the byte that the next bit is in. */
  int position() {
    return (int) (next >>> 3);
  }

  /** The next {@code count} bits as an unsigned number, 0 to 57 of them. */
  long bits(int count) throws MalformedFrame {
    if (count > end - next) {
      throw new MalformedFrame("the input ends inside a frame");
    }
    long value = 0;
    int at = (int) (next >>> 3);
    int missing = count + (int) (next & 7);
    while (missing > 0) {
      value = value << 8 | bytes[at++] & 0xFF;
      missing -= 8;
    }
    next += count;
    return value >>> -missing & (1L << count) - 1;
  }

  int number(int count) throws MalformedFrame {
    return (int) bits(count);
  }

  /** The next {@code count} bits as a two's complement number. */
  long signed(int count) throws MalformedFrame {
    int spare = 64 - count;
    return count == 0 ? 0 : bits(count) << spare >> spare;
  }

  /** Zeros before the next one, which is passed too. */
  long unary() throws MalformedFrame {
    long start = next;
    while (next < end) {
      int rest = (bytes[(int) (next >>> 3)] << (next & 7)) & 0xFF;
      if (rest != 0) {
        next += Integer.numberOfLeadingZeros(rest) - 24;
        return next++ - start;
      }
      next = (next | 7) + 1;
    }
    throw new MalformedFrame("the input ends inside a frame");
  }

  /** Passes the rest of a byte, which has to be zero. */
  void align() throws MalformedFrame {
    if (bits((int) (-next & 7)) != 0) {
      throw new MalformedFrame("the padding of a frame is not zero");
    }
  }
}
