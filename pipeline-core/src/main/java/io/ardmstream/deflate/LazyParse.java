package io.ardmstream.deflate;

/** zlib's deflate_slow: a match is taken unless the next byte has a longer one. */
final class LazyParse implements Parse {
  /** What zlib takes for the length of no match. */
  private static final int NOTHING = 2;

  private static final int SHORT_IF_FILTERED = 5;

  private final int end;
  private final Chains chains;
  private final Search search;
  private final int farthest;
  private final boolean filtered;
  private int at;
  private boolean searched;
  private int length;
  private int start;
  private int nextLength;
  private int nextStart;

  LazyParse(byte[] plain, ZlibSettings settings) {
    end = plain.length;
    search = settings.search();
    farthest = settings.farthest();
    chains = new Chains(plain, search, settings.hashBits(), settings.window(), farthest);
    filtered = settings.strategy() == ZlibSettings.Strategy.FILTERED;
  }

  @Override
  public int predict() {
    if (!searched) {
      length = find(at, NOTHING);
      start = chains.start();
      searched = true;
    }
    nextLength = NOTHING;
    if (length <= NOTHING) {
      return Token.LITERAL;
    }
    if (length < search.patience() && at + 1 < end) {
      nextLength = find(at + 1, length);
      nextStart = chains.start();
    }
    return nextLength > length ? Token.LITERAL : Token.match(length, at - start);
  }

  private int find(int place, int atLeast) {
    chains.enterUpTo(place + 1);
    int found = Math.min(chains.longest(place, atLeast), end - place);
    if (found <= atLeast) {
      return NOTHING;
    }
    boolean far = found == search.shortest() && place - chains.start() > search.near();
    boolean short5 = filtered && found <= SHORT_IF_FILTERED;
    return far || short5 || found < search.shortest() ? NOTHING : found;
  }

  @Override
  public void accept(int token) {
    at += Token.bytes(token);
    searched = token == Token.LITERAL && nextLength > NOTHING;
    length = nextLength;
    start = nextStart;
    chains.enterUpTo(at);
  }

  @Override
  public int position() {
    return at;
  }

  @Override
  public int found() {
    return length > NOTHING ? length : 0;
  }

  @Override
  public int foundNext() {
    return nextLength > NOTHING ? nextLength : 0;
  }

  @Override
  public int foundDistance() {
    return at - start;
  }
}
