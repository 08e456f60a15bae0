package io.ardmstream.media;

/** Header fields of formats that write the least significant byte first. */
public final class LittleEndian {
  private LittleEndian() {}

  public static int u16(byte[] bytes, int offset) {
    return bytes[offset] & 0xFF | (bytes[offset + 1] & 0xFF) << 8;
  }

  public static int s32(byte[] bytes, int offset) {
    return u16(bytes, offset) | u16(bytes, offset + 2) << 16;
  }

  public static long u32(byte[] bytes, int offset) {
    return s32(bytes, offset) & 0xFFFF_FFFFL;
  }
}
