package io.ardmstream.media.raster;

import io.ardmstream.media.ByteSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file in which what is packed is replaced, from its beginning to its end, by what that holds.
 */
public final class PlainFile {
  private final byte[] file;
  private final ByteSink plain = new ByteSink();
  private final List<Piece> pieces = new ArrayList<>();
  private int taken;
  private int lastEnd;

  public PlainFile(byte[] file) {
    this.file = file;
  }

  /**
   * Replaces the next packed bytes.
   *
   * @param from where they begin, at or after the end of the ones before
   * @param to where they end at the latest
   * @return where the plain bytes begin; negative if they cannot be made again as they are
   */
  public int unpack(int from, int to, int length, int rowBytes, Packing packing, Filter filter) {
    if (from < taken || to < from || to > file.length) {
      return -1;
    }
    Unpacked unpacked = packing.unpack(file, from, to, length, rowBytes);
    if (unpacked == null) {
      return -1;
    }
    byte[] rows = unpacked.plain();
    filter.undo(rows, rowBytes);
    int start = plain.size() + from - taken;
    Piece piece = new Piece(start - lastEnd, length, packing, filter, rowBytes, unpacked.hints());
    byte[] again = piece.packed(rows, 0);
    if (!Arrays.equals(again, 0, again.length, file, from, Math.min(to, unpacked.end()))) {
      return -1;
    }
    plain.bytes(file, taken, from - taken).bytes(rows);
    pieces.add(piece);
    taken = unpacked.end();
    lastEnd = start + length;
    return start;
  }

  /**
   * Leaves the next bytes as they are.
   *
   * @return where they begin in the plain bytes; negative if they are not there, or are taken
   */
  public int keep(int from, long length) {
    if (from < taken || length > file.length - from) {
      return -1;
    }
    return plain.size() + from - taken;
  }

  /** The whole file, once everything is unpacked. */
  public byte[] toBytes() {
    plain.bytes(file, taken, file.length - taken);
    taken = file.length;
    return plain.toBytes();
  }

  /** What was found, once everything is unpacked. */
  public Finding finding(Raster raster) {
    return new Finding("", Optional.of(raster), toBytes(), pieces, Echo.NONE);
  }
}
