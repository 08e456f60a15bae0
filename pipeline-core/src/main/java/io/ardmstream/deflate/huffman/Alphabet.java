package io.ardmstream.deflate.huffman;

/** The symbols of RFC 1951, section 3.2.5: which lengths and distances share one. */
public final class Alphabet {
  public static final int SHORTEST = 3;
  public static final int LONGEST = 258;
  public static final int FARTHEST = 1 << 15;

  /** The symbol that ends a block; lengths follow it. */
  public static final int END = 256;

  /** Symbols that a fixed code has, two of which stand for nothing. */
  public static final int LITERALS = 288;

  public static final int USED_LITERALS = 286;
  public static final int DISTANCES = 32;
  public static final int USED_DISTANCES = 30;
  private static final int LENGTHS = 29;

  private static final int[] LENGTH_BASE = new int[LENGTHS];
  private static final int[] LENGTH_BITS = new int[LENGTHS];
  private static final int[] DISTANCE_BASE = new int[USED_DISTANCES];
  private static final int[] DISTANCE_BITS = new int[USED_DISTANCES];
  private static final byte[] LENGTH_SYMBOL = new byte[LONGEST + 1];

  static {
    int length = SHORTEST;
    for (int i = 0; i < LENGTHS - 1; i++) {
      LENGTH_BITS[i] = Math.max(0, i / 4 - 1);
      LENGTH_BASE[i] = length;
      for (int n = 0; n < 1 << LENGTH_BITS[i] && length <= LONGEST; n++) {
        LENGTH_SYMBOL[length++] = (byte) i;
      }
    }
    LENGTH_BASE[LENGTHS - 1] = LONGEST;
    LENGTH_SYMBOL[LONGEST] = LENGTHS - 1;
    int distance = 1;
    for (int i = 0; i < USED_DISTANCES; i++) {
      DISTANCE_BITS[i] = Math.max(0, i / 2 - 1);
      DISTANCE_BASE[i] = distance;
      distance += 1 << DISTANCE_BITS[i];
    }
  }

  private Alphabet() {}

  /** The symbol of a length, {@link #END} and above. */
  public static int lengthSymbol(int length) {
    return END + 1 + LENGTH_SYMBOL[length];
  }

  /** The same where the length 258 may be written as the symbol 284 with all bits set. */
  public static int lengthSymbol(int length, boolean longSpelling) {
    int symbol = lengthSymbol(length);
    return longSpelling && length == LONGEST ? symbol - 1 : symbol;
  }

  /** The least length of a symbol. */
  public static int lengthBase(int symbol) {
    return LENGTH_BASE[symbol - END - 1];
  }

  /** How many bits follow a symbol. */
  public static int lengthBits(int symbol) {
    return LENGTH_BITS[symbol - END - 1];
  }

  /** The symbol of a distance, 1 to {@link #FARTHEST}. */
  public static int distanceSymbol(int distance) {
    int before = distance - 1;
    if (before < 4) {
      return before;
    }
    int log = 31 - Integer.numberOfLeadingZeros(before);
    return 2 * log + (before >>> log - 1 & 1);
  }

  /** The least distance of a symbol. */
  public static int distanceBase(int symbol) {
    return DISTANCE_BASE[symbol];
  }

  /** How many bits follow a symbol. */
  public static int distanceBits(int symbol) {
    return DISTANCE_BITS[symbol];
  }
}
