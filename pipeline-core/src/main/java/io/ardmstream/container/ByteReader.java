package io.ardmstream.container;

import io.ardmstream.bytes.Varint;
import io.ardmstream.failure.CorruptDataException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes of a container being read; whatever does not fit is damage. */
final class ByteReader {
  private static final String REMEDY = "Fetch the encoded record again from where it came.";

  private final byte[] bytes;
  private final int end;
  private int next;

  /** Reads the bytes before {@code end}. */
  ByteReader(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  int position() {
    return next;
  }

  int remaining() {
    return end - next;
  }

  int u8(String field) {
    require(remaining() >= 1, "The container ends inside its header", field);
    return bytes[next++] & 0xFF;
  }

  int u32(String field) {
    return u8(field) | u8(field) << 8 | u8(field) << 16 | u8(field) << 24;
  }

  /** At most 63 bits. */
  long varint(String field) {
    long value = Varint.read(() -> u8(field), 63);
    require(value >= 0, "A number does not end", field);
    return value;
  }

  /** Passes over bytes that are there. */
  void skip(int length) {
    next += length;
  }

  byte[] bytes(long length, String field) {
    boolean fits = 0 <= length && length <= remaining();
    require(fits, "The container ends inside its header", field);
    next += (int) length;
    return Arrays.copyOfRange(bytes, next - (int) length, next);
  }

  /** Reads four bytes that must be the CRC-32C of all before them. */
  void checksum(String field) {
    int actual = checksum(bytes, next);
    require(actual == u32(field), "The checksum does not hold", field);
  }

  void require(boolean holds, String what, String field) {
    if (!holds) {
      throw corrupt(what, field);
    }
  }

  CorruptDataException corrupt(String what, String field) {
    return new CorruptDataException(what, field + ", before byte " + next, REMEDY);
  }

  static int checksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return (int) checksum.getValue();
  }
}
