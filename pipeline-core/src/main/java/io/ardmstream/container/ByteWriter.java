package io.ardmstream.container;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32C;

/** Bytes of a container being written. */
final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ByteWriter u8(int value) {
    out.write(value);
    return this;
  }

  /** Seven bits a byte, least significant first, the top bit set on all but the last. */
  ByteWriter varint(long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      u8((int) rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  /** Four bytes, least significant first. */
  ByteWriter u32(int value) {
    return u8(value).u8(value >> 8).u8(value >> 16).u8(value >> 24);
  }

  ByteWriter bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** CRC-32C of everything so far. */
  ByteWriter checksum() {
    CRC32C checksum = new CRC32C();
    checksum.update(out.toByteArray());
    return u32((int) checksum.getValue());
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
