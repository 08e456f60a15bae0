package io.ardmstream.deflate;

/** The places of each hash in a chain, the latest first, as far back as a window reaches. */
final class HashChain {
  private final int[] heads;
  private final int[] earlier;

  /**
   * A chain without places.
   *
   * @param hashes that there are
   * @param window places that are remembered, a power of two
   */
  HashChain(int hashes, int window) {
    heads = new int[hashes];
    earlier = new int[window];
  }

  /** Enters a place later than all others. */
  void enter(int place, int hash) {
    earlier[place & earlier.length - 1] = heads[hash];
    heads[hash] = place;
  }

  /** The place before one that was entered, or {@link Chains#NONE}. */
  int before(int place) {
    return earlier[place & earlier.length - 1];
  }

  /** The first place in the chain of {@code at} that is older than {@code place}. */
  int olderThan(int place, int at) {
    int found = before(at);
    while (found >= place) {
      found = before(found);
    }
    return found;
  }
}
