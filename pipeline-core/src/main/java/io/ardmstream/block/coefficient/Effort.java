package io.ardmstream.block.coefficient;

/** How much time a payload takes, both to make and to read. The numbers are part of the format. */
public enum Effort {
  /** Few contexts. */
  FAST(6, 15, "prior-fast.bin"),
  /** More contexts: some percent smaller, half as fast. */
  BEST(14, 16, "prior-best.bin");

  /** Contexts of a coefficient's bits. */
  final int contexts;

  /** Adaptive probabilities of each context, in bits. */
  final int slotBits;

  /** What contexts know at first, beside this class. */
  final String prior;

  Effort(int contexts, int slotBits, String prior) {
    this.contexts = contexts;
    this.slotBits = slotBits;
    this.prior = prior;
  }
}
