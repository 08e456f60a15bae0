package io.ardmstream.media.raster;

/** Plain ways in which containers compress. A number is never used again. */
public enum Packing {
  /** A byte and how often it comes, or some bytes as they are. */
  PACK_BITS(1),
  /** Strings of a table that grows. */
  LZW(2),
  /** DEFLATE in a zlib stream. */
  DEFLATE(3),
  /** Runs of bytes in a bitmap of Windows (BI_RLE8). */
  RUNS_OF_8(4),
  /** Runs of pairs of four bits in a bitmap of Windows (BI_RLE4). */
  RUNS_OF_4(5),
  /** DEFLATE without anything around it, as in a ZIP file. */
  BARE_DEFLATE(6),
  /** Numbers in decimal digits. */
  DECIMALS(7);

  private final int code;

  Packing(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The packing of a number, or null. */
  static Packing of(int code) {
    for (Packing packing : values()) {
      if (packing.code == code) {
        return packing;
      }
    }
    return null;
  }

  /**
   * What stands packed in a file.
   *
   * @param from its first byte
   * @param to the first byte after it at most
   * @param length of what it holds
   * @param rowBytes of a row of that, or of a number
   * @return null if it is damaged
   */
  public Unpacked unpack(byte[] file, int from, int to, int length, int rowBytes) {
    return switch (this) {
      case PACK_BITS -> PackBits.unpack(file, from, to, length, rowBytes);
      case LZW -> Lzw.unpack(file, from, to, length);
      case DEFLATE -> Deflation.unpack(file, from, to, length);
      case BARE_DEFLATE -> Deflation.unpackBare(file, from, to, length);
      case DECIMALS -> Decimals.unpack(file, from, to, length, rowBytes);
      case RUNS_OF_8, RUNS_OF_4 ->
          BitmapRuns.unpack(file, from, to, length, rowBytes, this == RUNS_OF_4);
    };
  }

  /** What a piece of plain bytes is in the file. */
  byte[] pack(byte[] plain, int from, Piece piece) {
    return switch (this) {
      case PACK_BITS -> PackBits.pack(plain, from, piece);
      case LZW -> Lzw.pack(plain, from, piece);
      case DEFLATE -> Deflation.pack(plain, from, piece);
      case BARE_DEFLATE -> Deflation.packBare(plain, from, piece);
      case DECIMALS -> Decimals.pack(plain, from, piece);
      case RUNS_OF_8, RUNS_OF_4 -> BitmapRuns.pack(plain, from, piece, this == RUNS_OF_4);
    };
  }
}
