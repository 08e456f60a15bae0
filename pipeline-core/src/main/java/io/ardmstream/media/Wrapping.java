package io.ardmstream.media;

import java.util.Arrays;
import java.util.List;

/**
 * What stands before and after the samples of a file.
 *
 * <p>Packed it is one byte, the number of the template it equals, counted from 1. If it equals
 * none: a zero, the length of the prefix, then prefix and suffix as {@link PackedBytes} whose
 * dictionary is the prefix of the first template. The order of a format's templates is therefore
 * part of the encoded format and only ever grows.
 */
public record Wrapping(byte[] prefix, byte[] suffix) {
  private static final int NO_TEMPLATE = 0;

  /** All of a file but {@code length} bytes at {@code start}. */
  public static Wrapping around(byte[] file, int start, int length) {
    return new Wrapping(
        Arrays.copyOf(file, start), Arrays.copyOfRange(file, start + length, file.length));
  }

  public byte[] pack(List<Wrapping> templates) {
    ByteSink sink = new ByteSink();
    for (int i = 0; i < templates.size(); i++) {
      if (same(templates.get(i))) {
        return sink.u8(i + 1).toBytes();
      }
    }
    sink.u8(NO_TEMPLATE).varint(prefix.length);
    byte[] both = new ByteSink().bytes(prefix).bytes(suffix).toBytes();
    PackedBytes.write(sink, both, dictionary(templates));
    return sink.toBytes();
  }

  public static Wrapping unpack(byte[] foreign, List<Wrapping> templates) {
    ForeignSource source = new ForeignSource(foreign);
    int number = source.u8();
    if (number != NO_TEMPLATE) {
      source.require(number <= templates.size(), "name a header of a newer format");
      return templates.get(number - 1);
    }
    int split = source.varint();
    byte[] both = PackedBytes.read(source, dictionary(templates));
    source.require(split <= both.length, "end inside the header");
    return around(both, split, 0);
  }

  private static Dictionary dictionary(List<Wrapping> templates) {
    return new Dictionary(templates.get(0).prefix);
  }

  /** A file of this wrapping with room for {@code length} bytes of samples after the prefix. */
  public byte[] fileOf(long length) {
    long total = prefix.length + length + suffix.length;
    if (total > SampleLayout.MAX_PLANE) {
      throw new ForeignSource(prefix).corrupt("and the samples make a file of " + total + " bytes");
    }
    byte[] file = Arrays.copyOf(prefix, (int) total);
    System.arraycopy(suffix, 0, file, file.length - suffix.length, suffix.length);
    return file;
  }

  private boolean same(Wrapping other) {
    return Arrays.equals(prefix, other.prefix) && Arrays.equals(suffix, other.suffix);
  }
}
