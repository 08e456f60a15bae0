package io.ardmstream.block.classic.picture;

import static io.ardmstream.mixing.Hash.mix;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.mixing.Hash;
import io.ardmstream.mixing.Mixer;

/** Passes whether a pixel has the colour of a candidate. */
final class ColourCopyCoder {
  /** Contexts of an answer. */
  static final int INPUTS = ContextHashes.SIZES + 9;

  /** Answers of one pixel, in bits. */
  static final int LINE_BITS = 2;

  /** Degrees of trust that the mixer tells apart. */
  static final int TRUSTS = 8;

  /** Ways to have coded the neighbours. */
  static final int HISTORIES = 256;

  private final BitCoder port;
  private final ContextHashes around;
  private final ColourPredictions candidates;
  private final Mixer mixer;

  ColourCopyCoder(BitCoder port, ContextHashes around, ColourPredictions candidates, Mixer mixer) {
    this.port = port;
    this.around = around;
    this.candidates = candidates;
    this.mixer = mixer;
  }

  /**
   * Passes one answer.
   *
   * @param right whether it has; of no meaning when decoding
   * @param number of the candidate, from 0
   * @param candidate its place
   * @param history how the neighbours were coded
   * @param before how the second pixel to the west was coded
   */
  boolean pass(boolean right, int number, int candidate, int history, int before) {
    int opinions = 0;
    int largest = 0;
    for (int size = 0; size < ContextHashes.SIZES; size++) {
      int opinion = candidates.opinion(size, candidate);
      largest = opinion == ColourPredictions.AGREES ? size + 1 : largest;
      opinions = opinions * 4 + opinion;
      mixer.context(size, mix(size + 1, opinion, coarse(candidates.trust(size))));
    }
    int trust = largest == 0 ? 0 : Math.min(TRUSTS - 1, Hash.log(candidates.trust(largest - 1)));
    int name = around.name(candidate);
    int input = ContextHashes.SIZES;
    mixer.context(input++, mix(100, opinions, trust));
    for (int size = 0; size < ContextHashes.SIZES - 1; size++) {
      mixer.context(input++, mix(101 + size, around.hash(size), name));
    }
    mixer.context(input++, mix(106, history, opinions));
    mixer.context(input++, mix(107, history, mix(alike(name), largest, before)));
    mixer.context(input, mix(108, name, around.name(around.place(-1, 0))));
    int first = (number * (ContextHashes.SIZES + 1) + largest) * TRUSTS + trust;
    return mixer.pass(port, right ? 1 : 0, number, first, number * HISTORIES + history) == 1;
  }

  private static int coarse(int trust) {
    return Math.min(trust, 32 + Hash.log(trust));
  }

  /** Which neighbours have this name. */
  private int alike(int name) {
    return (around.name(around.place(-1, 0)) == name ? 1 : 0)
        | (around.name(around.place(0, -1)) == name ? 2 : 0)
        | (around.name(around.place(1, -1)) == name ? 4 : 0)
        | (around.name(around.place(-1, -1)) == name ? 8 : 0);
  }
}
