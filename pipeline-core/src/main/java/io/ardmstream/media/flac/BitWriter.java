package io.ardmstream.media.flac;

import io.ardmstream.failure.CorruptDataException;
import java.util.Arrays;

/** What {@link BitReader} reads. */
final class BitWriter {
  private byte[] bytes = new byte[1 << 12];
  private int length;
  private long limit = Integer.MAX_VALUE - 16;
  private long pending;
  private int held;

  /**
   * From here on {@code most} bytes may be written.
   *
   * @throws CorruptDataException by any method that writes more
   */
  void allow(long most) {
    limit = Math.min(Integer.MAX_VALUE - 16L, length + most);
  }

  /** Writes the low {@code count} bits of a number, 0 to 56 of them. */
  void bits(long value, int count) {
    pending = pending << count | value & (1L << count) - 1;
    held += count;
    while (held >= 8) {
      held -= 8;
      put((int) (pending >>> held));
    }
  }

  void unary(long zeros) {
    long left = zeros;
    while (left > 32) {
      bits(0, 32);
      left -= 32;
    }
    bits(1, (int) left + 1);
  }

  void align() {
    bits(0, -held & 7);
  }

  void bytes(byte[] from, int offset, int count) {
    for (int i = 0; i < count; i++) {
      put(from[offset + i]);
    }
  }

  int length() {
    return length;
  }

  /** The bytes so far, which the next write may move elsewhere. */
  byte[] array() {
    return bytes;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void put(int value) {
    if (length >= limit) {
      throw new CorruptDataException(
          "The FLAC frames are longer than their samples allow",
          "foreign bytes",
          "Encode the original again.");
    }
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16L, 2L * length));
    }
    bytes[length++] = (byte) value;
  }
}
