package io.ardmstream.media.pnm;

import io.ardmstream.media.Ascii;

/** The words of a header of Netpbm: white space or comments, then digits or letters. */
final class PnmText {
  private static final int MOST_LETTERS = 32;
  private static final int MOST_DIGITS = 15;
  private final byte[] file;
  private int at;

  PnmText(byte[] file, int at) {
    this.file = file;
    this.at = at;
  }

  /**
   * Whether a header is likely to begin at the offset.
   *
   * @param kinds the second letters of those that count
   */
  static boolean begins(byte[] file, long at, String kinds) {
    if (at + 2 >= file.length || file[(int) at] != 'P') {
      return false;
    }
    int third = file[(int) at + 2];
    boolean spaced = third == '#' || Character.isWhitespace(third);
    return spaced && kinds.indexOf(file[(int) at + 1]) >= 0;
  }

  /** The next byte to be read. */
  int at() {
    return at;
  }

  long number(String name) {
    int start = begin(name);
    long value = 0;
    while (peek() >= '0' && peek() <= '9') {
      value = 10 * value + file[at++] - '0';
      PnmHeader.CHECK.that(at - start <= MOST_DIGITS, start, "the %s has too many digits", name);
    }
    PnmHeader.CHECK.that(at > start, at, "the %s is missing", name);
    return value;
  }

  private int begin(String name) {
    space("before the " + name);
    while (isSpace(peek()) || peek() == '#') {
      skip();
    }
    return at;
  }

  void space(String where) {
    PnmHeader.CHECK.that(isSpace(peek()) || peek() == '#', at, "no white space %s", where);
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

  /** A word without white space in it. */
  String word(String name) {
    int start = begin(name);
    while (peek() > ' ' && at - start <= MOST_LETTERS) {
      at++;
    }
    PnmHeader.CHECK.that(at > start, at, "the %s is missing", name);
    return Ascii.text(file, start, at - start);
  }

  /** Skips the rest of the line. */
  void line() {
    while (peek() != '\n' && peek() >= 0) {
      at++;
    }
  }
}
