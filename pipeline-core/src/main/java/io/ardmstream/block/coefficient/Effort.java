package io.ardmstream.block.coefficient;

/**
 * How much time a payload takes, both to make and to read. The number of each is the first byte of
 * its payloads, and all they say is part of the format.
 */
public enum Effort {
  /** Number 0, which nothing writes any more: few contexts, looked up by hashes. */
  FAST(6, 15, "prior-fast.bin"),
  /** Number 1, which nothing writes any more: more contexts of that kind, half as fast. */
  BEST(14, 16, "prior-best.bin"),
  /** Number 2: four contexts with tables of their own; four times as fast as number 0. */
  LIGHT(4, 0, "prior-light.bin"),
  /** Number 3: more contexts of that kind, some percent smaller. */
  FULL(10, 0, "prior-full.bin");

  /** Contexts of a coefficient's bits. */
  final int contexts;

  /** Adaptive probabilities of each context, in bits; 0 if contexts have tables of their own. */
  final int slotBits;

  /** What contexts know at first, beside this class. */
  final String prior;

  Effort(int contexts, int slotBits, String prior) {
    this.contexts = contexts;
    this.slotBits = slotBits;
    this.prior = prior;
  }

  boolean hashed() {
    return slotBits > 0;
  }
}
