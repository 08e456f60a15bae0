package io.ardmstream.deflate;

import java.util.Arrays;

/**
 * zlib's way to find matches (its deflate.c): the places of each hash of three bytes in a chain,
 * the latest first. Where matches have four bytes at least, so many are hashed. The place 0 is
 * never found.
 */
final class Chains {
  static final int NONE = 0;
  private static final int FOUR = 4;
  private static final int FEW = 12;
  private static final int FOUR_FACTOR = 0x9E3779B1;

  private final byte[] plain;
  private final Search search;
  private final int farthest;
  private final int[] heads;
  private final int[] earlier;
  private final int hashBits;
  private final int hashed;
  private int next;
  private int start;

  Chains(byte[] plain, Search search, int hashBits, int window, int farthest) {
    this.plain = plain;
    this.search = search;
    this.farthest = farthest;
    this.heads = new int[1 << hashBits];
    this.earlier = new int[Math.min(1 << window, 2 * Integer.highestOneBit(plain.length | 1))];
    this.hashBits = hashBits;
    this.hashed = search.shortest();
  }

  /** Enters all places before {@code to} that are not yet entered. */
  void enterUpTo(int to) {
    int end = Math.min(to, plain.length - hashed + 1);
    while (next < end) {
      int hash = hashed == FOUR ? hashOfFour(next) : hashOfThree(next);
      earlier[next & earlier.length - 1] = heads[hash];
      heads[hash] = next++;
    }
  }

  /** zlib's, in which only the last three bytes are left of all that it has seen. */
  private int hashOfThree(int at) {
    int shift = (hashBits + 2) / 3;
    int first = plain[at] & 0xFF;
    int second = plain[at + 1] & 0xFF;
    int third = plain[at + 2] & 0xFF;
    return ((first << shift ^ second) << shift ^ third) & heads.length - 1;
  }

  private int hashOfFour(int at) {
    int low = plain[at] & 0xFF | (plain[at + 1] & 0xFF) << 8;
    int high = plain[at + 2] & 0xFF | (plain[at + 3] & 0xFF) << 8;
    return (low | high << 16) * FOUR_FACTOR >>> 32 - hashBits;
  }

  /** Enters none of the places before {@code to} that are not yet entered. */
  void skipTo(int to) {
    next = Math.max(next, to);
  }

  /**
   * The length of the longest match here; {@code atLeast} if there is no longer one.
   *
   * @param at a place that was entered
   * @param atLeast 1 or more
   */
  int longest(int at, int atLeast) {
    if (at >= next) {
      return atLeast;
    }
    int mask = earlier.length - 1;
    int place = earlier[at & mask];
    if (place == NONE || at - place > farthest) {
      return atLeast;
    }
    int most = Math.min(Alphabet.LONGEST, plain.length - at);
    int nice = Math.min(search.nice(), most);
    int limit = Math.max(at - farthest, 0);
    int left = atLeast >= search.good() ? search.chain() >> 2 : search.chain();
    int best = atLeast;
    if (best >= most) {
      return best;
    }
    do {
      if (plain[place + best] == plain[at + best]
          && plain[place + best - 1] == plain[at + best - 1]
          && plain[place] == plain[at]) {
        int length = common(place, at, most);
        if (length > best) {
          start = place;
          best = length;
          if (length >= nice) {
            break;
          }
        }
      }
      place = earlier[place & mask];
      left--;
    } while (place > limit && left != 0);
    return best;
  }

  /** Where the last match found began. */
  int start() {
    return start;
  }

  /** The place before {@code place} in its chain, or {@link #NONE}. */
  int before(int place) {
    return earlier[place & earlier.length - 1];
  }

  /** How many bytes are equal from two places on; most often few, so these are looked at first. */
  int common(int place, int at, int most) {
    int few = Math.min(FEW, most);
    int length = 0;
    while (length < few && plain[place + length] == plain[at + length]) {
      length++;
    }
    if (length < few || few == most) {
      return length;
    }
    int more = Arrays.mismatch(plain, place + few, place + most, plain, at + few, at + most);
    return more < 0 ? most : few + more;
  }
}
