package io.ardmstream.media.pnm;

import io.ardmstream.media.Check;

/**
 * The header of a binary PNM file.
 *
 * @param channels 1 (P5) or 3 (P6)
 * @param width columns as declared, not checked
 * @param height rows as declared, not checked
 * @param greatest declared greatest sample, 1 to 65535
 * @param rasterStart offset of the first sample
 */
record PnmHeader(int channels, long width, long height, int greatest, int rasterStart) {
  static final int MAX_GREATEST = 65535;

  static final Check CHECK = new Check("PNM");

  static PnmHeader read(byte[] file) {
    Reader reader = new Reader(file);
    long width = reader.number("width");
    long height = reader.number("height");
    long greatest = reader.number("maxval");
    CHECK.that(width > 0 && height > 0, 2, "the image is %d by %d", width, height);
    CHECK.that(
        greatest > 0 && greatest <= MAX_GREATEST,
        reader.at,
        "maxval %d is not 1 to 65535",
        greatest);
    reader.space("after maxval");
    return new PnmHeader(file[1] == '6' ? 3 : 1, width, height, (int) greatest, reader.at);
  }

  int sampleBytes() {
    return greatest < 256 ? 1 : 2;
  }

  private static final class Reader {
    private static final int MOST_DIGITS = 15;
    private final byte[] file;
    private int at = 2;

    Reader(byte[] file) {
      this.file = file;
    }

    long number(String name) {
      space("before the " + name);
      while (isSpace(peek()) || peek() == '#') {
        skip();
      }
      int start = at;
      long value = 0;
      while (peek() >= '0' && peek() <= '9') {
        value = 10 * value + file[at++] - '0';
        CHECK.that(at - start <= MOST_DIGITS, start, "the %s has too many digits", name);
      }
      CHECK.that(at > start, at, "the %s is missing", name);
      return value;
    }

    void space(String where) {
      CHECK.that(isSpace(peek()) || peek() == '#', at, "no white space %s", where);
      skip();
    }

    private void skip() {
      if (peek() == '#') {
        while (peek() != '\n' && peek() >= 0) {
          at++;
        }
      }
      at++;
    }

    /** The next byte, or -1 at the end, which is neither digit nor white space. */
    private int peek() {
      return at < file.length ? file[at] & 0xFF : -1;
    }

    private static boolean isSpace(int next) {
      return next == ' ' || next >= '\t' && next <= '\r';
    }
  }
}
