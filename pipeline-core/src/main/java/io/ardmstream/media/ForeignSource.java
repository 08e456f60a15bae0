package io.ardmstream.media;

import io.ardmstream.bytes.Varint;
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
    long value = Varint.read(this::u8, 35);
    require(value >= 0, "hold a number without end");
    require(value <= SampleLayout.MAX_PLANE, "hold a length of " + value);
    return (int) value;
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
