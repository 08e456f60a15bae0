package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.Alphabet;
import io.ardmstream.deflate.huffman.Damage;

/**
 * What a compressor was told, as zlib counts it.
 *
 * @param level row of {@link Search}, 0 to {@link Search#MOST}
 * @param strategy how it looks for matches
 * @param memory 1 to 9: bits of its hash less 7, and bits of the tokens of a block less 6
 * @param window 9 to 15: bits of the farthest distance
 */
record ZlibSettings(int level, Strategy strategy, int memory, int window) {
  static final int LEAST_MEMORY = 1;
  static final int MOST_MEMORY = 9;
  static final int LEAST_WINDOW = 9;
  static final int MOST_WINDOW = 15;

  /** Two bytes. */
  static final int BYTES = 2;

  private static final int HASH_BITS = 7;
  private static final int TOKEN_BITS = 6;
  private static final int RESERVE = 262;
  private static final int STRATEGY_SHIFT = 5;

  /** Z_DEFAULT_STRATEGY and Z_FIXED; Z_FILTERED; Z_RLE; Z_HUFFMAN_ONLY. */
  enum Strategy {
    DEFAULT,
    FILTERED,
    RUNS,
    LITERALS
  }

  Search search() {
    return Search.row(level);
  }

  int hashBits() {
    return memory + HASH_BITS;
  }

  /** After how many tokens a block ends. */
  int blockTokens() {
    return (1 << memory + TOKEN_BITS) - 1;
  }

  /** No match is farther away. */
  int farthest() {
    return (1 << window) - RESERVE;
  }

  Parse parse(byte[] plain) {
    return switch (strategy) {
      case RUNS -> new RunParse(plain, Alphabet.LONGEST);
      case LITERALS -> new RunParse(plain, 0);
      default -> search().lazy() ? new LazyParse(plain, this) : new GreedyParse(plain, this);
    };
  }

  void write(byte[] into, int at) {
    into[at] = (byte) (strategy.ordinal() << STRATEGY_SHIFT | level);
    into[at + 1] = (byte) (window << 4 | memory);
  }

  static ZlibSettings read(byte[] from, int at) {
    int strategy = (from[at] & 0xFF) >> STRATEGY_SHIFT;
    int level = from[at] & (1 << STRATEGY_SHIFT) - 1;
    int window = (from[at + 1] & 0xFF) >> 4;
    int memory = from[at + 1] & 0xF;
    boolean known =
        level <= Search.MOST
            && strategy < Strategy.values().length
            && memory >= LEAST_MEMORY
            && memory <= MOST_MEMORY
            && window >= LEAST_WINDOW
            && window <= MOST_WINDOW;
    Damage.unlessCorrect(known, "are of unknown settings");
    return new ZlibSettings(level, Strategy.values()[strategy], memory, window);
  }
}
