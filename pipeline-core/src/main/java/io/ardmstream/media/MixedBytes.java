package io.ardmstream.media;

import io.ardmstream.coder.binary.BinaryDecoder;
import io.ardmstream.coder.binary.BinaryEncoder;
import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.ContextMixer;
import io.ardmstream.mixing.Hash;
import java.util.Arrays;

/**
 * Bytes as bits that are predicted from what came before: text by the last letters, tables by the
 * word above, and what occurred before by what followed it there. A published format.
 *
 * <p>A dictionary is gone through first, so that the bytes begin as if they followed it. Not
 * thread-safe.
 */
final class MixedBytes {
  /** Passes bits that are known on both sides. */
  private static final BitCoder KNOWN = (bit, probability) -> bit;

  private static final int ORDERS = 4;
  private static final int CONTEXTS = 13;
  private static final int FIRST_WEIGHT = (1 << 16) / 4;
  private static final int WORD = 4;
  private static final int ENTRY = 12;
  private static final int SURE = 15;
  private static final int MATCH_SLOTS = 1 << 14;
  private static final int FEW = 3;

  /** Of the decision whether a byte is the one that is as good as sure. */
  private static final int KEPT = 32 << 4;

  private static final int KEPT_ROW = (SURE + 1) * 8;

  /** Bytes that tables are made for. */
  private static final int EXPECTED = 1 << 11;

  private final ContextMixer mixer;
  private final int[] seenAt;
  private byte[] history;
  private int length;
  private int match;
  private int matched;
  private int littleHits;
  private int bigHits;
  private int letters;

  private MixedBytes(ContextMixer mixer, int[] seenAt, byte[] history) {
    this.mixer = mixer;
    this.seenAt = seenAt;
    this.history = history;
  }

  /** A model that has gone through a dictionary. */
  static MixedBytes after(byte[] dictionary) {
    int[] selectors = {(SURE + 2) * 8, (FEW + 1) * (FEW + 1) * 2};
    ContextMixer mixer = new ContextMixer(CONTEXTS, EXPECTED, selectors, 4, FIRST_WEIGHT);
    MixedBytes model = new MixedBytes(mixer, new int[MATCH_SLOTS], new byte[dictionary.length]);
    for (byte known : dictionary) {
      model.pass(KNOWN, known & 0xFF);
    }
    return model;
  }

  /** Another one that knows the same. */
  MixedBytes copy() {
    MixedBytes copy = new MixedBytes(mixer.copy(), seenAt.clone(), history);
    copy.length = length;
    copy.match = match;
    copy.matched = matched;
    copy.littleHits = littleHits;
    copy.bigHits = bigHits;
    copy.letters = letters;
    return copy;
  }

  /** The bytes that come next, as few. */
  byte[] encode(byte[] bytes) {
    history = Arrays.copyOf(history, length + bytes.length);
    BinaryEncoder encoder = new BinaryEncoder();
    for (byte next : bytes) {
      pass(encoder, next & 0xFF);
    }
    return encoder.finish();
  }

  /** As many bytes that come next, from fewer. */
  byte[] decode(byte[] encoded, int bytes) {
    int known = length;
    history = Arrays.copyOf(history, known + bytes);
    BinaryDecoder decoder = new BinaryDecoder(encoded, 0);
    for (int i = 0; i < bytes; i++) {
      pass(decoder, 0);
    }
    return Arrays.copyOfRange(history, known, length);
  }

  private void pass(BitCoder port, int value) {
    int followed = matched > 0 ? history[match] & 0xFF : 0;
    int little = little();
    int big = big();
    int trust = Math.max(matched, Math.max(littleHits, bigHits));
    int expected = matched == trust ? followed : littleHits == trust ? little : big;
    contexts(followed, little, big);
    int hits = Math.min(FEW, littleHits) * (FEW + 1) + Math.min(FEW, bigHits);
    int second = hits * 2 + (letters == 0 ? 0 : 1);
    boolean kept =
        trust == SURE && mixer.pass(port, value == expected ? 1 : 0, KEPT, KEPT_ROW, second) == 1;
    int passed = kept ? expected : bits(port, value, expected, trust, second);
    learn(passed, followed, little, big);
  }

  private int bits(BitCoder port, int value, int expected, int trust, int second) {
    int node = 1;
    for (int bit = 7; bit >= 0; bit--) {
      boolean follows = (expected | 0x100) >> bit + 1 == node;
      int first = (follows ? trust : 0) * 8 + bit;
      int place = node < 16 ? node : secondHalf(node, bit);
      node = node << 1 | mixer.pass(port, value >> bit & 1, place, first, second);
    }
    return node & 0xFF;
  }

  /** Nodes of the second half of a byte lie side by side. */
  private static int secondHalf(int node, int bit) {
    int done = 3 - bit;
    int high = node >> done;
    return high << 4 | 1 << done | node & (1 << done) - 1;
  }

  private void contexts(int followed, int little, int big) {
    int hash = 0;
    for (int order = 0; order <= ORDERS; order++) {
      mixer.context(order, Hash.mix(hash, order, 1));
      hash = Hash.mix(hash, back(order + 1), order + 1);
    }
    mixer.context(5, Hash.mix(Hash.mix(hash, back(6), 0), 5, 1));
    mixer.context(6, Hash.mix(followed, matched, 2));
    mixer.context(7, Hash.mix(back(WORD), back(2 * WORD), 3));
    mixer.context(8, Hash.mix(little, littleHits, 4));
    mixer.context(9, Hash.mix(big, bigHits, 5));
    mixer.context(10, Hash.mix(back(ENTRY), back(1), 6));
    mixer.context(11, Hash.mix(letters, back(1), 7));
    mixer.context(12, Hash.mix(back(1) << 8 | back(WORD), back(WORD + 1), 8));
  }

  private void learn(int value, int followed, int little, int big) {
    history[length++] = (byte) value;
    littleHits = value == little ? Math.min(SURE, littleHits + 1) : 0;
    bigHits = value == big ? Math.min(SURE, bigHits + 1) : 0;
    boolean letter = value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
    letters = letter ? Hash.mix(letters, value | 0x20, 9) : 0;
    if (matched > 0 && value == followed) {
      match++;
      matched = Math.min(SURE, matched + 1);
    } else {
      matched = 0;
    }
    if (length >= WORD) {
      int key = (back(4) << 24 | back(3) << 16 | back(2) << 8 | back(1)) * 0x9E3779B1 >>> 18;
      if (matched == 0 && seenAt[key] > 0) {
        match = seenAt[key];
        while (matched < SURE && matched < match && same(matched + 1)) {
          matched++;
        }
      }
      seenAt[key] = length;
    }
  }

  private boolean same(int distance) {
    return history[match - distance] == history[length - distance];
  }

  /** The byte so far back, 0 before the beginning. */
  private int back(int distance) {
    return distance <= length ? history[length - distance] & 0xFF : 0;
  }

  /** What comes next if words of four bytes, the least significant first, rise evenly. */
  private int little() {
    return 2 * three(WORD, -1) - three(2 * WORD, -1) >> 16 & 0xFF;
  }

  /** The same with the most significant byte first. */
  private int big() {
    return 2 * three(WORD, 1) - three(2 * WORD, 1) >> 16 & 0xFF;
  }

  /** A byte and the two that are less significant, which lie before or after it. */
  private int three(int distance, int direction) {
    return back(distance) << 16 | back(distance - direction) << 8 | back(distance - 2 * direction);
  }
}
