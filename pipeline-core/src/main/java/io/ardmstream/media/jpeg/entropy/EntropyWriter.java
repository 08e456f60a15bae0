package io.ardmstream.media.jpeg.entropy;

import io.ardmstream.failure.CorruptDataException;
import java.util.Arrays;

/** Entropy-coded bits being written, with a zero after each 0xFF; markers and raw bytes too. */
public final class EntropyWriter {
  private final int most;
  private byte[] bytes;
  private int size;
  private long held;
  private int count;

  /** A writer that knows no limit. */
  public EntropyWriter(int expected) {
    this(expected, Integer.MAX_VALUE - Integer.SIZE);
  }

  /**
   * A writer of so many bytes at most; beyond them it throws a {@link CorruptDataException}.
   *
   * @param expected bytes, about
   */
  public EntropyWriter(int expected, int most) {
    this.most = most;
    bytes = new byte[Math.max(64, expected)];
  }

  /** Appends 0 to 16 bits. */
  void bits(int value, int bits) {
    held = held << bits | value & (1L << bits) - 1;
    count += bits;
    if (count >= 40) {
      drain();
    }
  }

  /** Appends a number other than zero in the manner of T.81, F.1.2.1. */
  void signed(int value, int bits) {
    bits(value < 0 ? value - 1 : value, bits);
  }

  /** Bits that a byte still lacks, 0 to 7. */
  int lacking() {
    return -count & 7;
  }

  /** Completes the last byte with bits of this pattern. */
  public void pad(int pattern) {
    bits(pattern, lacking());
    drain();
  }

  /** Appends bytes as they are, after whole bytes only. */
  public void raw(byte[] source, int from, int length) {
    room(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
  }

  public void marker(int code) {
    room(2);
    bytes[size++] = (byte) Marker.PREFIX;
    bytes[size++] = (byte) code;
  }

  /** Whole bytes so far. */
  public int size() {
    return size;
  }

  public byte at(int index) {
    return bytes[index];
  }

  /** Forgets everything from this byte on. */
  public void cut(int length) {
    size = length;
    count = 0;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void drain() {
    room(16);
    while (count >= 8) {
      count -= 8;
      byte value = (byte) (held >>> count);
      bytes[size++] = value;
      if (value == (byte) Marker.PREFIX) {
        bytes[size++] = 0;
      }
    }
  }

  private void room(int more) {
    if (size > most - more) {
      throw new CorruptDataException(
          "The JPEG is longer than it says",
          "byte " + most + " of the file",
          "Fetch the encoded record again from where it came.");
    }
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
    }
  }
}
