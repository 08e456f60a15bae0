package io.ardmstream.deflate.huffman;

/**
 * How lengths of codes are written (RFC 1951, section 3.2.7), a run in one number: its symbol, and
 * how many lengths it stands for.
 */
public final class Runs {
  public static final int REPEAT = 16;
  static final int ZEROS = 17;
  static final int MANY_ZEROS = 18;

  /** The least count of each symbol, and how many bits more of it follow. */
  public static final int[] LEAST = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 3, 11};

  public static final int[] BITS = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7};

  private static final int SHIFT = 8;
  private static final int MOST_REPEATS = 6;
  private static final int MOST_ZEROS = 10;
  private static final int MOST_MANY_ZEROS = 138;

  private Runs() {}

  public static int of(int symbol, int count) {
    return count << SHIFT | symbol;
  }

  public static int symbol(int run) {
    return run & (1 << SHIFT) - 1;
  }

  public static int count(int run) {
    return run >>> SHIFT;
  }

  /**
   * The run that zlib writes next.
   *
   * @param lengths all of them
   * @param at the first of the run
   * @param from the first of the same code
   * @param to after the last of the same code
   */
  public static int usual(byte[] lengths, int at, int from, int to) {
    int length = lengths[at];
    int equal = 1;
    while (equal < MOST_MANY_ZEROS && at + equal < to && lengths[at + equal] == length) {
      equal++;
    }
    if (equal < LEAST[REPEAT]) {
      return of(length, 1);
    }
    if (length > 0) {
      boolean repeats = at > from && lengths[at - 1] == length;
      return repeats ? of(REPEAT, Math.min(equal, MOST_REPEATS)) : of(length, 1);
    }
    return of(equal <= MOST_ZEROS ? ZEROS : MANY_ZEROS, equal);
  }

  /** Whether a run can stand here: it ends with the lengths, and repeats something. */
  static boolean fits(int run, byte[] lengths, int at) {
    return at + count(run) <= lengths.length && (symbol(run) != REPEAT || at > 0);
  }

  /** Whether a run tells these lengths. */
  public static boolean tells(int run, byte[] lengths, int at) {
    boolean holds = fits(run, lengths, at);
    for (int i = 0; holds && i < count(run); i++) {
      holds = lengths[at + i] == told(run, lengths, at);
    }
    return holds;
  }

  /** Writes the lengths of a run and says where the next one begins. */
  static int unroll(int run, byte[] lengths, int at) {
    byte told = told(run, lengths, at);
    int next = at;
    while (next < at + count(run)) {
      lengths[next++] = told;
    }
    return next;
  }

  private static byte told(int run, byte[] lengths, int at) {
    int symbol = symbol(run);
    return symbol == REPEAT ? lengths[at - 1] : (byte) (symbol > REPEAT ? 0 : symbol);
  }
}
