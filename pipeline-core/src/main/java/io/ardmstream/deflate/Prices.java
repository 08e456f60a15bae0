package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.Alphabet;

/** What symbols cost in bits, from how often they occurred; in units of an eighth. */
final class Prices {
  private static final int SCALE = 8;
  private static final int MOST = 1 << 15;
  private static final int FIELDS = 64;

  private final int[] literals = new int[Alphabet.USED_LITERALS];
  private final int[] distances = new int[Alphabet.USED_DISTANCES];
  private int allLiterals;
  private int allDistances;

  Prices() {
    for (int symbol = 0; symbol < literals.length; symbol++) {
      literals[symbol] = 1;
    }
    for (int symbol = 0; symbol < distances.length; symbol++) {
      distances[symbol] = 1;
    }
    allLiterals = literals.length;
    allDistances = distances.length;
  }

  void learn(int token, byte[] plain, int at) {
    if (token == Token.LITERAL) {
      count(plain[at] & 0xFF);
      return;
    }
    count(Alphabet.lengthSymbol(Token.bytes(token)));
    distances[Alphabet.distanceSymbol(Token.distance(token))] += 1;
    allDistances += 1;
    if (allDistances > MOST) {
      allDistances = halve(distances);
    }
  }

  private void count(int symbol) {
    literals[symbol] += 1;
    allLiterals += 1;
    if (allLiterals > MOST) {
      allLiterals = halve(literals);
    }
  }

  private static int halve(int[] counts) {
    int all = 0;
    for (int i = 0; i < counts.length; i++) {
      counts[i] = counts[i] + 1 >> 1;
      all += counts[i];
    }
    return all;
  }

  /** What a match saves beside literals, in whole bits: 32 for nothing, 0 to 63. */
  int gain(int length, int distance, byte[] plain, int at) {
    int far = Alphabet.distanceSymbol(distance);
    int symbol = Alphabet.lengthSymbol(length);
    int match = price(literals[symbol], allLiterals) + SCALE * Alphabet.lengthBits(symbol);
    match += price(distances[far], allDistances) + SCALE * Alphabet.distanceBits(far);
    int apart = -match;
    for (int i = 0; i < length && apart < 32 * SCALE; i++) {
      apart += price(literals[plain[at + i] & 0xFF], allLiterals);
    }
    return Math.max(0, Math.min(FIELDS - 1, FIELDS / 2 + (apart >> 3)));
  }

  private static int price(int count, int all) {
    return log(all) - log(count);
  }

  /** The binary logarithm, straight between powers of two. */
  private static int log(int number) {
    int whole = 31 - Integer.numberOfLeadingZeros(number);
    return whole * SCALE + ((number << 3 >> whole) & SCALE - 1);
  }
}
