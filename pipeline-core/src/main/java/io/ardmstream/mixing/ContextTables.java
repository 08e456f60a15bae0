package io.ardmstream.mixing;

import java.util.Arrays;

/** Adaptive probabilities of bits, a hashed table of them for every context. */
public final class ContextTables {
  private static final int LEAST_SLOT_BITS = 10;
  private static final int MOST_SLOT_BITS = 20;

  private final int lineBits;
  private final int slotBits;

  /**
   * Histories of all contexts. One array, because the heads of many large ones compete for the same
   * few cache lines.
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
    this(inputs, expected, lineBits, MOST_SLOT_BITS);
  }

  /**
   * Tables that have seen nothing.
   *
   * @param inputs number of contexts
   * @param expected samples to come; a context has four probabilities for each, at least 2^10
   * @param lineBits how many nodes of a context lie side by side, in bits
   * @param mostSlotBits the most probabilities that a context has, in bits
   */
  public ContextTables(int inputs, long expected, int lineBits, int mostSlotBits) {
    this(lineBits, slotBits(expected, mostSlotBits), inputs, new int[0]);
  }

  private ContextTables(int lineBits, int slotBits, int inputs, int[] slots) {
    this.lineBits = lineBits;
    this.slotBits = slotBits;
    this.slots = Arrays.copyOf(slots, inputs << slotBits);
    contexts = new int[inputs];
    lines = new int[inputs];
    found = new int[inputs];
    held = new int[inputs];
  }

  /** Tables that have seen the same. */
  ContextTables copy() {
    return new ContextTables(lineBits, slotBits, contexts.length, slots);
  }

  static int slotBits(long expected, int mostSlotBits) {
    int log = 64 - Long.numberOfLeadingZeros(expected);
    return Math.max(LEAST_SLOT_BITS, Math.min(mostSlotBits, log + 2));
  }

  public int inputs() {
    return contexts.length;
  }

  /** Sets a context for the bits to come. */
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
      held[i] = slots[found[i]];
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
    return BitHistory.logOdds(held[input]);
  }

  /** How many bits it has seen, 0 to {@value BitHistory#MEMORY}. */
  public int seen(int input) {
    return BitHistory.seen(held[input]);
  }

  /** Moves the probabilities last looked up towards a bit. */
  public void learn(int bit) {
    for (int i = 0; i < found.length; i++) {
      slots[found[i]] = BitHistory.after(held[i], bit);
    }
  }
}
