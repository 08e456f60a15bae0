package io.ardmstream.block.coefficient;

import io.ardmstream.coder.binary.BitCoder;

/**
 * Passes bytes one after the other, each from its top bit, by a {@link TablePredictor}: from one,
 * two and three bytes before, and from what followed the last time that four bytes were the same.
 */
final class TableByteCoder {
  private static final int NODES = 16;
  private static final int LEAST_LINE_BITS = 10;
  private static final int MOST_LINE_BITS = 14;
  private static final int MATCHED = 4;
  private static final int MATCH_BITS = 14;
  private static final int MOST_LENGTH = 15;

  /** What a match says of a bit: nothing, or which it is and how long it has been right. */
  private static final int FORECASTS = 2 * (MOST_LENGTH + 1);

  /** Lines of a byte before: its upper half, and its lower half by the upper one. */
  private static final int HALVES = 1 + NODES;

  private static final int AFTER_ONE = 0;
  private static final int AFTER_MATCH = AFTER_ONE + 256 * HALVES * NODES;
  private static final int AFTER_TWO = AFTER_MATCH + FORECASTS * NODES;

  private final byte[] bytes;
  private final int start;
  private final int lineBits;
  private final int afterThree;
  private final TablePredictor predictor;
  private final int[] places = new int[1 << MATCH_BITS];
  private int match;
  private int length;

  /**
   * A coder of so many bytes.
   *
   * @param before bytes that come first without being passed, behind those that are common
   */
  TableByteCoder(byte[] before, int count) {
    int common = ByteCoder.COMMON.length;
    start = common + before.length;
    bytes = new byte[start + count];
    System.arraycopy(ByteCoder.COMMON, 0, bytes, 0, common);
    System.arraycopy(before, 0, bytes, common, before.length);
    int enough = Magnitudes.bits(count) + 1;
    lineBits = Math.max(LEAST_LINE_BITS, Math.min(MOST_LINE_BITS, enough));
    afterThree = AFTER_TWO + (NODES << lineBits);
    predictor = new TablePredictor(4, afterThree + (NODES << lineBits), FORECASTS, 0);
    BitCoder known = (bit, probability) -> bit;
    for (int i = 0; i < start; i++) {
      pass(known, i);
    }
  }

  /** Passes the bytes, which are written when decoding. */
  void pass(BitCoder port, byte[] those) {
    System.arraycopy(those, 0, bytes, start, those.length);
    for (int i = start; i < bytes.length; i++) {
      pass(port, i);
    }
    System.arraycopy(bytes, start, those, 0, those.length);
  }

  private void pass(BitCoder port, int at) {
    int one = before(at, 1);
    int two = before(at, 2) << 8 | one;
    int three = before(at, 3) << 16 | two;
    follow(at, before(at, 4) << 24 | three);
    int actual = bytes[at] & 0xFF;
    int upper = passHalf(port, actual >> 4, 0, 0, one, two, three);
    int lower = passHalf(port, actual & 15, 1 + upper, upper << 4, one, two, three);
    bytes[at] = (byte) (upper << 4 | lower);
    length = length > 0 && bytes[match] == bytes[at] ? Math.min(MOST_LENGTH, length + 1) : 0;
    match++;
  }

  /**
   * Passes four bits.
   *
   * @param half 0 for the upper ones, else one more than these
   * @param known the byte as far as it was passed
   */
  private int passHalf(BitCoder port, int bits, int half, int known, int one, int two, int three) {
    int afterOne = AFTER_ONE + (one * HALVES + half) * NODES;
    int second = AFTER_TWO + line(Magnitudes.mix(two, half, 2));
    int third = afterThree + line(Magnitudes.mix(three, half, 3));
    int expected = length > 0 ? bytes[match] & 0xFF : 0;
    boolean follows = length > 0 && (half == 0 || (expected ^ known) < NODES);
    int half4 = half == 0 ? expected >> 4 : expected & 15;
    int node = 1;
    for (int shift = 3; shift >= 0; shift--) {
      boolean right = follows && half4 >> shift + 1 == (node ^ 1 << 3 - shift);
      int forecast = right ? 2 * length + (half4 >> shift & 1) : 0;
      predictor.contexts(afterOne, second, third, AFTER_MATCH + forecast * NODES);
      node = node << 1 | predictor.pass(port, bits >> shift & 1, node, forecast, 0);
    }
    return node - NODES;
  }

  private int line(int hash) {
    return (hash * 0x9E3779B1 >>> Integer.SIZE - lineBits) * NODES;
  }

  private int before(int at, int distance) {
    return at < distance ? 0 : bytes[at - distance] & 0xFF;
  }

  /** Looks for what the last bytes were followed by before, unless that is being followed. */
  private void follow(int at, int four) {
    if (at < MATCHED) {
      return;
    }
    int entry = four * 0x9E3779B1 >>> Integer.SIZE - MATCH_BITS;
    if (length == 0 && places[entry] > 0) {
      match = places[entry];
      while (length < MOST_LENGTH
          && length < match
          && bytes[match - 1 - length] == bytes[at - 1 - length]) {
        length++;
      }
    }
    places[entry] = at;
  }
}
