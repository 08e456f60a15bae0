package io.ardmstream.block.coefficient;

/**
 * How much time a payload takes, both to make and to read. The number of each is the first byte of
 * its payloads, and all they say is part of the format.
 */
public enum Effort {
  /** Number 0, which nothing writes any more: few contexts, looked up by hashes. */
  FAST(6, 15, true, "prior-fast.bin"),
  /** Number 1, which nothing writes any more: more contexts of that kind, half as fast. */
  BEST(14, 16, true, "prior-best.bin"),
  /** Number 2, which nothing writes any more: four contexts with tables of their own. */
  LIGHT(4, 0, true, "prior-light.bin"),
  /** Number 3: more contexts of that kind, some percent smaller. */
  FULL(10, 0, true, "prior-full.bin"),
  /** Number 4: number 2 without corrections, and with fewer contexts for headers. */
  QUICK(4, 0, false, "prior-light.bin");

  /** Contexts of a coefficient's bits. */
  final int contexts;

  /** Adaptive probabilities of each context, in bits; 0 if contexts have tables of their own. */
  final int slotBits;

  /** Whether sums of log odds are corrected by what such sums came to mean. */
  final boolean corrected;

  /** What contexts know at first, beside this class. */
  final String prior;

  Effort(int contexts, int slotBits, boolean corrected, String prior) {
    this.contexts = contexts;
    this.slotBits = slotBits;
    this.corrected = corrected;
    this.prior = prior;
  }

  boolean hashed() {
    return slotBits > 0;
  }
}
