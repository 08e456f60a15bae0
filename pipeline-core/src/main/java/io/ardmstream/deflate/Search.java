package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.Alphabet;

/**
 * How hard a compressor looks for matches: a row of zlib's configuration table (its deflate.c); the
 * same with matches of four bytes at least, as in the browsers' zlib; or what others do.
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
record Search(boolean lazy, int good, int patience, int nice, int chain, int shortest, int near) {
  private static final int NEAR = 4096;
  private static final int ANY = Alphabet.FARTHEST;

  private static final Search[] ZLIB = {
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
  };

  private static final Search[] OTHERS = {
    new Search(true, 258, 258, 258, 4096, 3, ANY),
    new Search(true, 258, 258, 258, 128, 3, 2 * NEAR),
    new Search(true, 258, 32, 258, 32, 3, 2 * NEAR),
    new Search(false, 258, 258, 258, 4096, 3, ANY),
    new Search(false, 258, 258, 258, 16, 3, ANY),
    new Search(false, 258, 258, 258, 1, 3, ANY),
  };

  /** zlib's levels 1 to 9 with hashes of four bytes come after its own ones. */
  private static final int FOUR = ZLIB.length;

  private static final int OTHER = FOUR + ZLIB.length - 1;

  /** The last row. */
  static final int MOST = OTHER + OTHERS.length - 1;

  static Search row(int level) {
    if (level >= OTHER) {
      return OTHERS[level - OTHER];
    }
    return level < FOUR ? ZLIB[level] : ZLIB[level - FOUR + 1].ofFour();
  }

  private Search ofFour() {
    return new Search(lazy, good, patience, nice, chain, 4, ANY);
  }
}
