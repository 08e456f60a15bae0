package io.ardmstream.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Pieces of files, written without the code under test. */
public final class Bytes {
  private Bytes() {}

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] le16(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return buffer.array();
  }

  public static byte[] le32(long... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      buffer.putInt((int) value);
    }
    return buffer.array();
  }

  public static byte[] be32(long value) {
    return ByteBuffer.allocate(4).putInt((int) value).array();
  }

  public static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Bytes without pattern, the same for the same seed. */
  public static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** The same file with another number of four bytes at the offset. */
  public static byte[] with(byte[] file, int offset, long value) {
    byte[] changed = file.clone();
    System.arraycopy(le32(value), 0, changed, offset, 4);
    return changed;
  }
}
