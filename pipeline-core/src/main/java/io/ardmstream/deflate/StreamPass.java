package io.ardmstream.deflate;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.deflate.huffman.Alphabet;
import io.ardmstream.deflate.huffman.CodeHeader;
import io.ardmstream.deflate.huffman.Damage;
import io.ardmstream.mixing.AdaptiveBits;

/** Passes a stream whose plain bytes are known to both sides. */
final class StreamPass {
  private static final int SPELLING = 0;
  private static final int PADDING = 1;
  private static final int KIND = 2;
  private static final int COUNT = 6;
  private static final int LAST = 8;
  private static final int STORED = 10;
  private static final int TOKENS = 12;
  private static final int CODES = TOKENS + TokenPass.CONTEXTS;
  private static final int CONTEXTS = CODES + CodePass.CONTEXTS;

  private static final int LONGEST_STORED = 65535;
  private static final int PADDING_BITS = 7;

  private final byte[] plain;
  private final ZlibSettings settings;
  private final AdaptiveBits bits;
  private final Parse parse;
  private final TokenPass tokenPass;
  private final CodePass codePass;
  private int kind = DeflateBlock.Kind.values().length;
  private int stored = LONGEST_STORED;
  private boolean longSpelling;

  StreamPass(BitCoder port, byte[] plain, ZlibSettings settings) {
    this.plain = plain;
    this.settings = settings;
    this.bits = new AdaptiveBits(port, CONTEXTS);
    this.parse = settings.parse(plain);
    this.tokenPass = new TokenPass(port, bits, TOKENS, parse, plain);
    this.codePass = new CodePass(bits, CODES);
  }

  void encode(Stream stream) {
    longSpelling = bits.bit(SPELLING, stream.longSpelling());
    int tokens = 0;
    for (DeflateBlock block : stream.blocks()) {
      pass(block, stream.tokens(), tokens);
      tokens += block.kind() == DeflateBlock.Kind.STORED ? 0 : block.size();
    }
    padding(stream.padding());
  }

  /** How many tokens were not as predicted. */
  int misses() {
    return tokenPass.misses();
  }

  byte[] decode() {
    longSpelling = bits.bit(SPELLING, false);
    BlockOutput output = new BlockOutput(plain, longSpelling);
    DeflateBlock block;
    int blocks = 0;
    do {
      Damage.unlessCorrect(blocks++ < DeflateBlock.MOST, "have too many blocks");
      Numbers tokens = new Numbers();
      block = pass(null, tokens, 0);
      output.write(block, tokens);
    } while (!block.last());
    Damage.unlessCorrect(parse.position() == plain.length, "end before the plain bytes do");
    return output.finish(padding(0));
  }

  /** Passes a block; when decoding there is none yet, and its tokens are added to the list. */
  private DeflateBlock pass(DeflateBlock actual, Numbers tokens, int from) {
    boolean known = actual != null;
    kind = bits.symbol(KIND + kind, 2, known ? actual.kind().ordinal() : 0);
    Damage.unlessCorrect(kind < DeflateBlock.Kind.values().length, "have a block of unknown kind");
    DeflateBlock.Kind passed = DeflateBlock.Kind.values()[kind];
    if (passed == DeflateBlock.Kind.STORED) {
      int padding = padding(known ? actual.padding() : 0);
      int size = stored(known ? actual.size() : 0);
      boolean last = last(known && actual.last(), parse.position() == plain.length);
      return new DeflateBlock(passed, last, size, padding, null);
    }
    int size = tokens(actual, tokens, from);
    boolean full = size == settings.blockTokens();
    boolean hangs = full && parse instanceof LazyParse && tokens.get(from + size - 1) == 0;
    boolean expected = parse.position() == plain.length && (!full || hangs);
    CodeHeader header = null;
    if (passed == DeflateBlock.Kind.DYNAMIC) {
      header = header(known ? actual.header() : null, tokens, from, size);
    }
    return new DeflateBlock(passed, last(known && actual.last(), expected), size, 0, header);
  }

  private boolean last(boolean last, boolean expected) {
    return bits.bit(LAST + (expected ? 1 : 0), last == expected) == expected;
  }

  private int padding(int padding) {
    return bits.bit(PADDING, padding == 0) ? 0 : bits.symbol(PADDING, PADDING_BITS, padding);
  }

  private int stored(int size) {
    int left = plain.length - parse.position();
    int expected = Math.min(stored, left);
    boolean same = bits.bit(STORED, size == expected);
    int passed = same ? expected : bits.number(STORED + 1, size);
    Damage.unlessCorrect(passed <= Math.min(left, LONGEST_STORED), "have a block too long");
    stored = passed == left ? stored : passed;
    skip(parse, passed);
    return passed;
  }

  /** Moves on behind stored bytes, for which the compressor had chosen tokens too. */
  static void skip(Parse parse, int bytes) {
    int end = parse.position() + bytes;
    while (parse.position() < end) {
      int token = parse.predict();
      boolean crosses = parse.position() + Token.bytes(token) > end;
      parse.accept(crosses ? Token.LITERAL : token);
    }
  }

  private int tokens(DeflateBlock actual, Numbers tokens, int from) {
    boolean known = actual != null;
    int most = settings.blockTokens();
    boolean usual = known && isUsual(tokens, from, actual.size());
    usual = bits.bit(COUNT, usual);
    int size = usual ? most : bits.number(COUNT + 1, known ? actual.size() : 0);
    int passed = 0;
    while (passed < size && parse.position() < plain.length) {
      int token = tokenPass.pass(known ? tokens.get(from + passed) : 0);
      if (!known) {
        tokens.add(token);
      }
      passed++;
    }
    Damage.unlessCorrect(usual || passed == size, "have more tokens than plain bytes");
    return passed;
  }

  /** Whether a block ends where zlib would end it: when it is full, or with the bytes. */
  private boolean isUsual(Numbers tokens, int from, int size) {
    int end = parse.position();
    for (int i = from; i < from + size; i++) {
      end += Token.bytes(tokens.get(i));
    }
    return size == settings.blockTokens() || size < settings.blockTokens() && end == plain.length;
  }

  private CodeHeader header(CodeHeader actual, Numbers tokens, int from, int size) {
    int[] literals = new int[Alphabet.USED_LITERALS];
    int[] distances = new int[Alphabet.USED_DISTANCES];
    literals[Alphabet.END] = 1;
    int at = parse.position();
    for (int i = from + size - 1; i >= from; i--) {
      int token = tokens.get(i);
      at -= Token.bytes(token);
      if (token == Token.LITERAL) {
        literals[plain[at] & 0xFF]++;
      } else {
        literals[Alphabet.lengthSymbol(Token.bytes(token), longSpelling)]++;
        distances[Alphabet.distanceSymbol(Token.distance(token))]++;
      }
    }
    return codePass.pass(actual, literals, distances);
  }
}
