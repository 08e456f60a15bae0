package io.ardmstream.media.raster;

import io.ardmstream.deflate.Deflated;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * A zlib stream (RFC 1950), or one of DEFLATE without that around it (RFC 1951).
 *
 * <p>Hints are the corrections of the deflated bytes, and in zlib before these the two bytes of its
 * header and whether the checksum follows.
 */
final class Deflation {
  private static final int HEAD = 2;
  private static final int SUM = 4;
  private static final int LEAST_WINDOW = 8;
  private static final int LARGEST_WINDOW = 15;

  private Deflation() {}

  /** Unpacks so many bytes; null if it is damaged or holds more or less. */
  static Unpacked unpack(byte[] file, int from, int to, int length) {
    if (to - from < HEAD || (file[from] & 0xF) != 8 || (file[from + 1] & 0x20) != 0) {
      return null;
    }
    byte[] stream = Arrays.copyOfRange(file, from, to);
    int window = LEAST_WINDOW + (stream[0] >> 4 & 0xF);
    try {
      Deflated deflated = Deflated.of(stream, HEAD, length, window);
      byte[] sum = sum(deflated.plain(), 0, deflated.plain().length);
      int end = deflated.end() + SUM;
      boolean summed =
          end <= stream.length
              && Arrays.equals(sum, Arrays.copyOfRange(stream, deflated.end(), end));
      ByteSink hints = new ByteSink().bytes(stream, 0, HEAD).u8(summed ? 1 : 0);
      hints.bytes(deflated.corrections());
      int used = from + (summed ? end : deflated.end());
      boolean whole = deflated.plain().length == length;
      return whole ? new Unpacked(deflated.plain(), hints.toBytes(), used) : null;
    } catch (UnsupportedInputException damaged) {
      return null;
    }
  }

  /** The same without a header and a checksum. */
  static Unpacked unpackBare(byte[] file, int from, int to, int length) {
    try {
      Deflated deflated =
          Deflated.of(Arrays.copyOfRange(file, from, to), 0, length, LARGEST_WINDOW);
      boolean whole = deflated.plain().length == length;
      return whole
          ? new Unpacked(deflated.plain(), deflated.corrections(), from + deflated.end())
          : null;
    } catch (UnsupportedInputException damaged) {
      return null;
    }
  }

  /** Packs plain bytes again, without a header and a checksum. */
  static byte[] packBare(byte[] plain, int from, Piece piece) {
    return Deflated.rebuild(Arrays.copyOfRange(plain, from, from + piece.length()), piece.hints());
  }

  /** Packs plain bytes again. */
  static byte[] pack(byte[] plain, int from, Piece piece) {
    ForeignSource hints = new ForeignSource(piece.hints());
    ByteSink packed = new ByteSink().bytes(hints.bytes(HEAD));
    boolean summed = hints.u8() == 1;
    byte[] part = Arrays.copyOfRange(plain, from, from + piece.length());
    packed.bytes(Deflated.rebuild(part, hints.rest()));
    return (summed ? packed.bytes(sum(part, 0, part.length)) : packed).toBytes();
  }

  private static byte[] sum(byte[] plain, int from, int length) {
    Adler32 sum = new Adler32();
    sum.update(plain, from, length);
    return new ByteSink().be32((int) sum.getValue()).toBytes();
  }
}
