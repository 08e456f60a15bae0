package io.ardmstream.block.classic.picture;

import io.ardmstream.mixing.Hash;

/**
 * Remembers where a neighbourhood was last seen, and how often in a row it was followed by the same
 * colour.
 */
final class MatchTable {
  private static final int LEAST_BITS = 8;
  private static final int MOST_BITS = 18;
  private static final int MOST_TRUST = 255;
  private static final int FORGIVEN = 8;

  private final int shift;
  private final int[] places;
  private final short[] marks;
  private int slot;
  private int check;
  private int found;
  private int trust;

  /**
   * One that remembers nothing.
   *
   * @param pixels how many neighbourhoods will be seen
   */
  MatchTable(int pixels) {
    int bits = Math.max(LEAST_BITS, Math.min(MOST_BITS, Hash.log(pixels)));
    shift = 32 - bits;
    places = new int[1 << bits];
    marks = new short[1 << bits];
  }

  /** Looks up a neighbourhood by its hash. */
  void recall(int hash) {
    int spread = hash * 0x9E3779B1;
    slot = spread >>> shift;
    check = spread & 0xFF;
    int mark = marks[slot] & 0xFFFF;
    boolean known = mark >>> 8 == check && places[slot] > 0;
    found = known ? places[slot] : 0;
    trust = known ? mark & 0xFF : 0;
  }

  /** The place whose colour followed the neighbourhood last looked up, 0 if there is none. */
  int found() {
    return found;
  }

  /** How far that can be trusted: 0 if nothing was found, to {@value #MOST_TRUST}. */
  int trust() {
    return trust;
  }

  /**
   * Takes note of what follows the neighbourhood last looked up.
   *
   * @param place where it stands
   * @param right whether it has the colour of the place that was found
   */
  void learn(int place, boolean right) {
    if (right) {
      keep(place, Math.min(MOST_TRUST, trust + 1));
    } else if (trust > FORGIVEN) {
      keep(found, trust >> 2);
    } else {
      keep(place, 1);
    }
  }

  private void keep(int place, int trusted) {
    places[slot] = place;
    marks[slot] = (short) (check << 8 | trusted);
  }
}
