package io.ardmstream.media;

import io.ardmstream.failure.CorruptDataException;
import java.util.Arrays;

/** Foreign bytes being read; whatever does not fit is damage of the encoded record. */
public final class ForeignSource {
  private final byte[] bytes;
  private int next;

  public ForeignSource(byte[] bytes) {
    this.bytes = bytes;
  }

  public int u8() {
    require(remaining() >= 1, "end too early");
    return bytes[next++] & 0xFF;
  }

  public int varint() {
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int part = u8();
      value |= (long) (part & 0x7F) << shift;
      if (part < 0x80) {
        require(value <= SampleLayout.MAX_PLANE, "hold a length of " + value);
        return (int) value;
      }
    }
    throw corrupt("hold a number without end");
  }

  public byte[] bytes(int length) {
    require(length <= remaining(), "end too early");
    next += length;
    return Arrays.copyOfRange(bytes, next - length, next);
  }

  public byte[] rest() {
    return bytes(remaining());
  }

  public int remaining() {
    return bytes.length - next;
  }

  public void require(boolean holds, String complaint) {
    if (!holds) {
      throw corrupt(complaint);
    }
  }

  public CorruptDataException corrupt(String complaint) {
    return new CorruptDataException(
        "The foreign bytes " + complaint,
        "byte " + next + " of the foreign bytes",
        "Fetch the encoded record again from where it came.");
  }
}
