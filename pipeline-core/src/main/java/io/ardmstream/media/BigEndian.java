package io.ardmstream.media;

/** Header fields of formats that write the most significant byte first. */
public final class BigEndian {
  private BigEndian() {}

  public static int s32(byte[] bytes, int offset) {
    return (bytes[offset] & 0xFF) << 24
        | (bytes[offset + 1] & 0xFF) << 16
        | (bytes[offset + 2] & 0xFF) << 8
        | bytes[offset + 3] & 0xFF;
  }
}
