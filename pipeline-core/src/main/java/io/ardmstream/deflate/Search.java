package io.ardmstream.deflate;

/**
 * How hard a compressor looks for matches: a row of zlib's configuration table (its deflate.c), or
 * what another compressor does in its place.
 *
 * @param lazy whether a match has to wait for the one at the next byte, which may be longer
 * @param good from this length of the match before on, only a quarter of the chain is searched
 * @param patience from this length on nothing longer is looked for at the next byte; if not lazy,
 *     from this length on the bytes of a match are not found again
 * @param nice from this length on nothing longer is looked for
 * @param chain how many earlier places are compared
 * @param shortest match wanted
 * @param near beyond this distance the shortest matches are not wanted
 */
record Search(
    boolean lazy, int good, int patience, int nice, int chain, int shortest, int near) {
  private static final int NEAR = 4096;
  private static final int ANY = Alphabet.FARTHEST;

  private static final Search[] ROWS = {
    new Search(false, 0, 0, 0, 1, 3, ANY),
    new Search(false, 4, 4, 8, 4, 3, ANY),
    new Search(false, 4, 5, 16, 8, 3, ANY),
    new Search(false, 4, 6, 32, 32, 3, ANY),
    new Search(true, 4, 4, 16, 16, 3, NEAR),
    new Search(true, 8, 16, 32, 32, 3, NEAR),
    new Search(true, 8, 16, 128, 128, 3, NEAR),
    new Search(true, 8, 32, 128, 256, 3, NEAR),
    new Search(true, 32, 128, 258, 1024, 3, NEAR),
    new Search(true, 32, 258, 258, 4096, 3, NEAR),
    // Others than zlib: whole chains; matches of four and more; every place found again.
    new Search(true, 258, 258, 258, 4096, 3, ANY),
    new Search(true, 8, 16, 128, 128, 4, NEAR),
    new Search(true, 32, 258, 258, 4096, 4, NEAR),
    new Search(false, 258, 258, 258, 4096, 3, ANY),
    new Search(false, 258, 258, 258, 128, 3, ANY),
    new Search(false, 258, 258, 258, 16, 3, ANY),
    new Search(false, 258, 258, 258, 1, 3, ANY),
    new Search(false, 258, 258, 258, 1, 4, ANY),
    new Search(true, 258, 32, 258, 32, 3, 8192),
    new Search(true, 258, 258, 258, 128, 3, 8192),
  };

  /** The last row; {@value #ZLIB} is the last one of zlib. */
  static final int MOST = ROWS.length - 1;

  static final int ZLIB = 9;

  static Search row(int level) {
    return ROWS[level];
  }
}
