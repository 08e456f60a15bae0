package io.ardmstream.container;

import io.ardmstream.bytes.Varint;
import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32C;

/** Bytes of a container being written. */
final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  ByteWriter u8(int value) {
    out.write(value);
    return this;
  }

  ByteWriter varint(long value) {
    Varint.write(value, out);
    return this;
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
