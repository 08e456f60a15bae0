package io.ardmstream.deflate;

import io.ardmstream.deflate.huffman.Alphabet;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * zlib's way to find matches (its deflate.c): the places of each hash of three bytes in a chain,
 * the latest first, of which so many are looked at. Where matches have four bytes at least, so many
 * are hashed. The place 0 is never found.
 *
 * <p>Once a match is known, only places that match longer count. They lie in the chains of hashes
 * of more bytes, which are much shorter. What zlib's limit allows is told by how many places were
 * entered into the same chain of zlib's between two of them.
 */
final class Chains {
  static final int NONE = 0;
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);
  private static final int FOUR = 4;
  private static final int SIX = 6;
  private static final int EIGHT = 8;
  private static final int FEW = 12;
  private static final int FOUR_FACTOR = 0x9E3779B1;
  private static final long SIX_FACTOR = 0x9E3779B97F4A7C15L;
  private static final int LONGER_HASH_BITS = 15;

  private final byte[] plain;
  private final Search search;
  private final int farthest;
  private final int hashBits;
  private final int hashed;
  private final HashChain chain;
  private final HashChain ofFour;
  private final HashChain ofSix;

  /** How many places the chain of each hash has. */
  private final int[] counts;

  /** The number of a place in its chain. */
  private final int[] numbers;

  private int next;
  private int start;

  Chains(byte[] plain, Search search, int hashBits, int window, int farthest) {
    this.plain = plain;
    this.search = search;
    this.farthest = farthest;
    this.hashBits = hashBits;
    this.hashed = search.shortest();
    int remembered = Math.min(1 << window, 2 * Integer.highestOneBit(plain.length | 1));
    chain = new HashChain(1 << hashBits, remembered);
    ofFour = new HashChain(1 << LONGER_HASH_BITS, remembered);
    ofSix = new HashChain(1 << LONGER_HASH_BITS, remembered);
    counts = new int[1 << hashBits];
    numbers = new int[remembered];
  }

  private static VarHandle view(Class<?> ofArray) {
    return MethodHandles.byteArrayViewVarHandle(ofArray, ByteOrder.LITTLE_ENDIAN);
  }

  /** Enters all places before {@code to} that are not yet entered. */
  void enterUpTo(int to) {
    int end = Math.min(to, plain.length - hashed + 1);
    for (; next < end; next++) {
      int hash = hashed == FOUR ? hashOfFour(next, hashBits) : hashOfThree(next);
      chain.enter(next, hash);
      numbers[next & numbers.length - 1] = ++counts[hash];
      if (isFarFromEnd(next)) {
        ofFour.enter(next, hashOfFour(next, LONGER_HASH_BITS));
        ofSix.enter(next, hashOfSix(next));
      }
    }
  }

  private boolean isFarFromEnd(int place) {
    return place + EIGHT <= plain.length;
  }

  /** zlib's, in which only the last three bytes are left of all that it has seen. */
  private int hashOfThree(int at) {
    int shift = (hashBits + 2) / 3;
    int first = plain[at] & 0xFF;
    int second = plain[at + 1] & 0xFF;
    int third = plain[at + 2] & 0xFF;
    return ((first << shift ^ second) << shift ^ third) & (1 << hashBits) - 1;
  }

  private int hashOfFour(int at, int bits) {
    return (int) INT.get(plain, at) * FOUR_FACTOR >>> Integer.SIZE - bits;
  }

  private int hashOfSix(int at) {
    long six = (long) LONG.get(plain, at) << Long.SIZE - Byte.SIZE * SIX;
    return (int) (six * SIX_FACTOR >>> Long.SIZE - LONGER_HASH_BITS);
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
    int most = Math.min(Alphabet.LONGEST, plain.length - at);
    int place = chain.before(at);
    if (place == NONE || at - place > farthest || atLeast >= most) {
      return atLeast;
    }
    int nice = Math.min(search.nice(), most);
    int limit = Math.max(at - farthest, 0);
    int allowed = atLeast >= search.good() ? search.chain() >> 2 : search.chain();
    int best = atLeast;
    int left = allowed;
    while (best < Alphabet.SHORTEST || !isFarFromEnd(at)) {
      int length = longer(place, at, best, most);
      if (length > best) {
        start = place;
        best = length;
        if (length >= nice) {
          return best;
        }
      }
      place = chain.before(place);
      left--;
      if (place <= limit || left == 0) {
        return best;
      }
    }
    return longest(at, best, place, allowed, most);
  }

  /**
   * Goes on among the places that have four or six bytes in common with this one.
   *
   * @param best length so far, at least that of the shortest match
   * @param from the first place that is not yet looked at
   * @param allowed places of zlib's chain that may be looked at; 0: all
   */
  private int longest(int at, int best, int from, int allowed, int most) {
    int longest = best;
    int nice = Math.min(search.nice(), most);
    int limit = Math.max(at - farthest, 0);
    int first = chain.before(at);
    int least = allowed == 0 ? 0 : number(at) - allowed;
    int four = (int) INT.get(plain, at);
    HashChain chosen = longest >= SIX - 1 ? ofSix : ofFour;
    int place = chosen.olderThan(from + 1, at);
    while (place > limit || place == first && place != NONE) {
      if ((int) INT.get(plain, place) == four) {
        if (number(place) < least) {
          break;
        }
        int length = longer(place, at, longest, most);
        if (length > longest) {
          start = place;
          longest = length;
          if (length >= nice) {
            break;
          }
          if (chosen != ofSix && longest >= SIX - 1) {
            chosen = ofSix;
            place = chosen.olderThan(place, at);
            continue;
          }
        }
      }
      place = chosen.before(place);
    }
    return longest;
  }

  private int number(int place) {
    return numbers[place & numbers.length - 1];
  }

  /** How many bytes are equal, if they are more than {@code best}; else no more than that. */
  private int longer(int place, int at, int best, int most) {
    return plain[place + best] == plain[at + best]
            && plain[place + best - 1] == plain[at + best - 1]
            && plain[place] == plain[at]
        ? common(place, at, most)
        : best;
  }

  /** Where the last match found began. */
  int start() {
    return start;
  }

  /** The place before {@code place} in its chain, or {@link #NONE}. */
  int before(int place) {
    return chain.before(place);
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
