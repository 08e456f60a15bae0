package io.ardmstream.deflate;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.deflate.huffman.Alphabet;
import io.ardmstream.deflate.huffman.Damage;
import io.ardmstream.mixing.AdaptiveBits;
import io.ardmstream.mixing.ContextMixer;

/** Passes tokens: whether each is the predicted one, and if not, which it is. */
final class TokenPass {
  /** Lengths from here on are not told apart as contexts. */
  private static final int LONG = 16;

  private static final int REACHES = 0;
  private static final int LENGTH = 1;
  private static final int DISTANCE = 2;
  private static final int IS_LITERAL = 4;
  private static final int SHORTER = IS_LITERAL + LONG;
  private static final int HOPS = SHORTER + 2 * LONG;
  static final int CONTEXTS = HOPS + LONG;

  private static final int INPUTS = 6;
  private static final int MOST_STEPS = 4096;
  private static final int HASH_BITS = 15;
  private static final int WINDOW = 16;
  private static final int HIGH_BITS = 8;
  private static final int LOW_BITS = 7;
  private static final Search EVERYWHERE =
      new Search(
          false,
          Alphabet.LONGEST + 1,
          0,
          Alphabet.LONGEST,
          MOST_STEPS,
          Alphabet.SHORTEST,
          Alphabet.FARTHEST);

  private final BitCoder port;
  private final AdaptiveBits bits;
  private final int first;
  private final Parse parse;
  private final byte[] plain;
  private final Chains chains;
  private final ContextMixer mixer;
  private final Prices prices = new Prices();
  private int history;
  private int kinds;
  private int misses;

  /**
   * @param first of {@link #CONTEXTS} contexts of {@code bits}
   */
  TokenPass(BitCoder port, AdaptiveBits bits, int first, Parse parse, byte[] plain) {
    this.port = port;
    this.bits = bits;
    this.first = first;
    this.parse = parse;
    this.plain = plain;
    this.chains = new Chains(plain, EVERYWHERE, HASH_BITS, WINDOW, Alphabet.FARTHEST);
    this.mixer = new ContextMixer(INPUTS, plain.length / 8, new int[] {64, 64});
  }

  /** Passes a token and moves on behind it. */
  int pass(int actual) {
    int predicted = parse.predict();
    boolean hit = hit(predicted, actual == predicted);
    int token = hit ? predicted : other(predicted, actual);
    history = history << 1 | (hit ? 0 : 1);
    misses += hit ? 0 : 1;
    kinds = kinds << 1 | (token == Token.LITERAL ? 0 : 1);
    prices.learn(token, plain, parse.position());
    parse.accept(token);
    return token;
  }

  /** How many tokens were not as predicted. */
  int misses() {
    return misses;
  }

  private boolean hit(int predicted, boolean hit) {
    int found = parse.found();
    int next = parse.foundNext();
    int kind = predicted == Token.LITERAL ? found == 0 ? 0 : 1 : 2;
    int length = Math.min(found, 40);
    int far = found == 0 ? 0 : Alphabet.distanceSymbol(parse.foundDistance());
    int gain = found == 0 ? 0 : prices.gain(found, parse.foundDistance(), plain, parse.position());
    int recent = Integer.bitCount(history & 0xFFFF);
    mixer.context(0, 0x1000 + kind * 256 + (history & 0xFF));
    mixer.context(1, 0x10000 + (kind * 64 + length) * 32 + far);
    mixer.context(2, 0x20000 + (kind * 64 + Math.min(found, 16)) * 64 + gain);
    mixer.context(3, 0x40000 + (length * 64 + Math.min(next, 40)) * 8 + (kinds & 7));
    mixer.context(4, 0x80000 + (kind * 32 + (kinds & 15)) * 16 + (history & 15));
    mixer.context(5, 0x100000 + kind * 32 + recent);
    int row = kind * 16 + Math.min(15, recent);
    return mixer.pass(port, hit ? 1 : 0, 0, row, Math.min(63, gain)) == 1;
  }

  private int other(int predicted, int actual) {
    int at = parse.position();
    boolean literal = predicted != Token.LITERAL && bits.bit(isLiteral(predicted), actual == 0);
    if (literal) {
      return Token.LITERAL;
    }
    chains.skipTo(at - Alphabet.FARTHEST);
    chains.enterUpTo(at + 1);
    int longest = chains.longest(at, Alphabet.SHORTEST - 1);
    int length = length(Token.bytes(actual), longest, predicted != Token.LITERAL);
    boolean fits = length >= Alphabet.SHORTEST && length <= plain.length - at;
    Damage.unlessCorrect(fits && length <= Alphabet.LONGEST, "have a length of " + length);
    return Token.match(length, distance(at, length, Token.distance(actual)));
  }

  private int isLiteral(int predicted) {
    return first + IS_LITERAL + Math.min(LONG - 1, Token.bytes(predicted));
  }

  private int length(int length, int longest, boolean wasMatch) {
    boolean reaches = longest >= Alphabet.SHORTEST && bits.bit(first + REACHES, length <= longest);
    if (reaches) {
      return longest
          - bits.number(
              first + SHORTER + Math.min(LONG - 1, longest) + (wasMatch ? LONG : 0),
              longest - length);
    }
    return Alphabet.SHORTEST + bits.symbol(first + LENGTH, 8, length - Alphabet.SHORTEST);
  }

  /** Passes which of the places with a match that long it is, from 1; 0: none that is looked at. */
  private int distance(int at, int length, int distance) {
    boolean known = distance > 0;
    int number =
        bits.number(
            first + HOPS + Math.min(LONG - 1, length),
            known ? number(at, length, at - distance) : 0);
    if (number == 0) {
      return far(at, length, distance);
    }
    int place = known ? at - distance : place(at, length, number);
    Damage.unlessCorrect(place != Chains.NONE, "have a distance too many");
    return at - place;
  }

  private int far(int at, int length, int distance) {
    int high = bits.symbol(first + DISTANCE, HIGH_BITS, distance - 1 >> LOW_BITS);
    int low = bits.symbol(first + DISTANCE + 1, LOW_BITS, distance - 1 & (1 << LOW_BITS) - 1);
    int passed = (high << LOW_BITS | low) + 1;
    boolean exists = passed <= at && chains.common(at - passed, at, length) == length;
    Damage.unlessCorrect(exists, "have a distance to something else");
    return passed;
  }

  private int number(int at, int length, int wanted) {
    int number = 0;
    int place = chains.before(at);
    for (int step = 0; step < MOST_STEPS && place >= wanted && place != Chains.NONE; step++) {
      number += matches(place, at, length) ? 1 : 0;
      if (place == wanted) {
        return number;
      }
      place = chains.before(place);
    }
    return 0;
  }

  private int place(int at, int length, int number) {
    int left = number;
    int place = chains.before(at);
    for (int step = 0; step < MOST_STEPS && at - place <= Alphabet.FARTHEST; step++) {
      left -= place != Chains.NONE && matches(place, at, length) ? 1 : 0;
      if (left == 0 || place == Chains.NONE) {
        return place;
      }
      place = chains.before(place);
    }
    return Chains.NONE;
  }

  private boolean matches(int place, int at, int length) {
    return plain[place + length - 1] == plain[at + length - 1]
        && chains.common(place, at, length) == length;
  }
}
