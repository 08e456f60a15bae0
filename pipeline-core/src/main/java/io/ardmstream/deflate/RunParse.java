package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.Alphabet;

/** zlib's deflate_rle: matches of the byte before only; or none at all, as its deflate_huff. */
final class RunParse implements Parse {
  private final byte[] plain;
  private final int longest;
  private int at;
  private int length;

  /**
   * @param longest run to be taken; 0: all tokens are literals
   */
  RunParse(byte[] plain, int longest) {
    this.plain = plain;
    this.longest = longest;
  }

  @Override
  public int predict() {
    int most = Math.min(longest, plain.length - at);
    length = 0;
    while (at > 0 && length < most && plain[at + length] == plain[at - 1]) {
      length++;
    }
    length = length < Alphabet.SHORTEST ? 0 : length;
    return length == 0 ? Token.LITERAL : Token.match(length, 1);
  }

  @Override
  public void accept(int token) {
    at += Token.bytes(token);
  }

  @Override
  public int position() {
    return at;
  }

  @Override
  public int found() {
    return length;
  }

  @Override
  public int foundNext() {
    return 0;
  }

  @Override
  public int foundDistance() {
    return 1;
  }
}
