package io.ardmstream.mixing;

/** Adaptive probabilities of bits, a hashed table of them for every context. */
public final class ContextTables {
  private static final int LEAST_SLOT_BITS = 10;
  private static final int MOST_SLOT_BITS = 20;
  private static final int COUNT_BITS = 10;
  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int FRESH = 1 << 31 - COUNT_BITS << COUNT_BITS;

  /** How many bits a probability remembers at most. */
  static final int MEMORY = 250;

  /** Steps of a probability that has seen n bits, about 1 / (n + 1.5) in units of 2^-16. */
  private static final int[] STEPS = steps();

  private final int lineBits;
  private final int slotBits;

  /**
   * Probabilities and counts of all contexts, but {@link #FRESH} is zero there: new memory has seen
   * nothing. One array, because the heads of many large ones compete for the same few cache lines.
   */
  private final int[] slots;

  private final int[] contexts;
  private final int[] lines;
  private final int[] found;
  private final int[] held;

  /** The nodes of all contexts whose lines are known, negative if there are none. */
  private int group = -1;

  /**
   * Tables that have seen nothing.
   *
   * @param inputs number of contexts
   * @param expected samples to come; a context has four probabilities for each, 2^10 to 2^20 in all
   * @param lineBits how many nodes of a context lie side by side, in bits
   */
  public ContextTables(int inputs, long expected, int lineBits) {
    this.lineBits = lineBits;
    slotBits = slotBits(expected);
    slots = new int[inputs << slotBits];
    contexts = new int[inputs];
    lines = new int[inputs];
    found = new int[inputs];
    held = new int[inputs];
  }

  private static int[] steps() {
    int[] steps = new int[MEMORY + 1];
    for (int n = 0; n <= MEMORY; n++) {
      steps[n] = (1 << 17) / (2 * n + 3);
    }
    return steps;
  }

  private static int slotBits(long expected) {
    int log = 64 - Long.numberOfLeadingZeros(expected);
    return Math.max(LEAST_SLOT_BITS, Math.min(MOST_SLOT_BITS, log + 2));
  }

  public int inputs() {
    return contexts.length;
  }

  public void context(int input, int hash) {
    contexts[input] = hash;
    group = -1;
  }

  /** Looks up the probabilities of a bit. */
  public void look(int node) {
    if (node >>> lineBits != group) {
      group = node >>> lineBits;
      findLines();
    }
    int place = node & (1 << lineBits) - 1;
    for (int i = 0; i < lines.length; i++) {
      found[i] = lines[i] | place;
      held[i] = slots[found[i]] ^ FRESH;
    }
  }

  private void findLines() {
    int salt = group * 0x9E3779B1;
    int shift = 32 - slotBits + lineBits;
    for (int i = 0; i < lines.length; i++) {
      int line = (contexts[i] + salt) * 0x85EBCA6B;
      line = (line ^ line >>> 15) * 0xC2B2AE35 >>> shift;
      lines[i] = i << slotBits | line << lineBits;
    }
  }

  /** Log odds of what was found for a context. */
  public int logOdds(int input) {
    return Logistic.stretch(held[input] >>> 16);
  }

  /** How many bits it has seen, 0 to {@value #MEMORY}. */
  public int seen(int input) {
    return held[input] & COUNT_MASK;
  }

  /** Moves the probabilities last looked up towards a bit. */
  public void learn(int bit) {
    int target = bit << 32 - COUNT_BITS;
    for (int i = 0; i < found.length; i++) {
      int count = held[i] & COUNT_MASK;
      int probability = held[i] >>> COUNT_BITS;
      int change = (int) ((long) (target - probability) * STEPS[count] >> 16);
      int moved = Math.max(64, Math.min((1 << 32 - COUNT_BITS) - 64, probability + change));
      slots[found[i]] = (moved << COUNT_BITS | Math.min(MEMORY, count + 1)) ^ FRESH;
    }
  }
}
