package io.ardmstream.deflate;

/** zlib's deflate_fast: the first match found is taken; the bytes of long ones are not entered. */
final class GreedyParse implements Parse {
  private static final int NOTHING = 2;

  private final int end;
  private final Chains chains;
  private final Search search;
  private int at;
  private int length;

  GreedyParse(byte[] plain, ZlibSettings settings) {
    end = plain.length;
    search = settings.search();
    int farthest = settings.farthest();
    chains = new Chains(plain, search, settings.hashBits(), settings.window(), farthest);
  }

  @Override
  public int predict() {
    chains.enterUpTo(at + 1);
    length = Math.min(chains.longest(at, NOTHING), end - at);
    if (length < search.shortest()) {
      length = 0;
      return Token.LITERAL;
    }
    return Token.match(length, at - chains.start());
  }

  @Override
  public void accept(int token) {
    at += Token.bytes(token);
    if (token != Token.LITERAL && Token.bytes(token) > search.patience()) {
      chains.skipTo(at);
    } else {
      chains.enterUpTo(at);
    }
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
    return at - chains.start();
  }
}
