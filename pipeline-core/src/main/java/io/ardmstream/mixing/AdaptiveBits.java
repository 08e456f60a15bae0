package io.ardmstream.mixing;

import io.ardmstream.coder.binary.BitCoder;
import java.util.Arrays;

/**
 * Passes bits and numbers whose probabilities adapt, from contexts that do not interfere. A model
 * of both directions: encoding says what to pass, decoding ignores that and says what was passed.
 */
public final class AdaptiveBits {
  private static final int NODE_BITS = 9;
  private static final int HALF = 1 << 15;
  private static final int MOST_SEEN = 60;
  private static final int SEEN_BITS = 8;
  private static final int SURE = 32;
  private static final int LENGTH_NODES = 32;
  private static final int MODELLED = 3;
  private static final int MOST_LENGTH = 30;

  private final BitCoder port;

  /** Probability of a 1 in units of 2^-24, then how many bits were seen. */
  private final int[] slots;

  /**
   * Contexts that have seen nothing.
   *
   * @param port where bits go or come from
   * @param contexts how many there are
   */
  public AdaptiveBits(BitCoder port, int contexts) {
    this.port = port;
    this.slots = new int[contexts << NODE_BITS];
    Arrays.fill(slots, HALF << 16);
  }

  /** A bit. */
  public boolean bit(int context, boolean bit) {
    return pass(context << NODE_BITS, bit ? 1 : 0) == 1;
  }

  /** A number of {@code bits} bits, at most 8, of any distribution. */
  public int symbol(int context, int bits, int symbol) {
    int node = 1;
    for (int i = bits - 1; i >= 0; i--) {
      node = node << 1 | pass(context << NODE_BITS | node, symbol >> i & 1);
    }
    return node - (1 << bits);
  }

  /** A number from 0 on, small ones more often than large ones; at most 2^31 - 2. */
  public int number(int context, int number) {
    int base = context << NODE_BITS;
    int wanted = 31 - Integer.numberOfLeadingZeros(number + 1);
    int length = 0;
    while (length < MOST_LENGTH && pass(base + length, wanted > length ? 1 : 0) == 1) {
      length++;
    }
    int known = 1;
    for (int i = length - 1; i >= 0; i--) {
      int bit = number + 1 >> i & 1;
      int done = length - 1 - i;
      boolean modelled = done < MODELLED;
      int node = LENGTH_NODES + (length << MODELLED) + (known & (1 << MODELLED) - 1);
      known = known << 1 | (modelled ? pass(base + node, bit) : port.pass(bit, HALF));
    }
    return known - 1;
  }

  private int pass(int slot, int bit) {
    int probability = slots[slot] >>> SEEN_BITS;
    int seen = slots[slot] & (1 << SEEN_BITS) - 1;
    int odds = Math.max(SURE, Math.min((1 << 16) - SURE, probability >> 8));
    int passed = port.pass(bit, odds);
    int target = passed << 24;
    int moved = probability + (target - probability) / (seen + 2);
    moved = Math.max(0, Math.min((1 << 24) - 1, moved));
    slots[slot] = moved << SEEN_BITS | Math.min(seen + 1, MOST_SEEN);
    return passed;
  }
}
