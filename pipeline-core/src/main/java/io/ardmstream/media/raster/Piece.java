package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Arrays;

/**
 * A stretch of plain bytes that is compressed in the file.
 *
 * @param gap plain bytes between the piece before and this one
 * @param length of its plain bytes
 * @param packing how it is compressed
 * @param filter what comes before that
 * @param rowBytes of a row, or 0
 * @param hints what the packing needs besides
 */
public record Piece(
    int gap, int length, Packing packing, Filter filter, int rowBytes, byte[] hints) {

  /** The hint for the token of a number; 0 where there is none. */
  int hint(int token) {
    return token < hints.length ? hints[token] : 0;
  }

  /** What these plain bytes are in the file. */
  byte[] packed(byte[] plain, int from) {
    if (filter.kind() == Filter.Kind.NONE) {
      return packing.pack(plain, from, this);
    }
    byte[] rows = Arrays.copyOfRange(plain, from, from + length);
    filter.apply(rows, rowBytes);
    return packing.pack(rows, 0, this);
  }

  void pack(ByteSink sink) {
    sink.varint(gap).varint(length).u8(packing.code());
    filter.pack(sink);
    sink.varint(rowBytes).varint(hints.length).bytes(hints);
  }

  static Piece unpack(ForeignSource source) {
    int gap = source.varint();
    int length = source.varint();
    Packing packing = Packing.of(source.u8());
    source.require(packing != null, "name a packing of a newer format");
    Filter filter = Filter.unpack(source);
    int rowBytes = source.varint();
    return new Piece(gap, length, packing, filter, rowBytes, source.bytes(source.varint()));
  }
}
