package io.ardmstream.media;

import io.ardmstream.bytes.Varint;
import java.io.ByteArrayOutputStream;

/** Bytes being written, with the numbers that foreign bytes and headers are made of. */
public final class ByteSink {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public ByteSink u8(int value) {
    out.write(value);
    return this;
  }

  public ByteSink le16(int value) {
    return u8(value).u8(value >> 8);
  }

  public ByteSink le32(long value) {
    return le16((int) value).le16((int) (value >> 16));
  }

  public ByteSink be32(int value) {
    return u8(value >> 24).u8(value >> 16).u8(value >> 8).u8(value);
  }

  /** A {@link Varint}. */
  public ByteSink varint(int value) {
    Varint.write(Integer.toUnsignedLong(value), out);
    return this;
  }

  public ByteSink bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public ByteSink bytes(byte[] bytes, int from, int length) {
    out.write(bytes, from, length);
    return this;
  }

  public ByteSink ascii(String text) {
    return bytes(Ascii.bytes(text));
  }

  public int size() {
    return out.size();
  }

  public byte[] toBytes() {
    return out.toByteArray();
  }
}
