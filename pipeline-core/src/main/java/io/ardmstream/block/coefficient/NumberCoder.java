package io.ardmstream.block.coefficient;

import static io.ardmstream.block.coefficient.Magnitudes.bits;
import static io.ardmstream.block.coefficient.Magnitudes.coarse;
import static io.ardmstream.block.coefficient.Magnitudes.fine;

import io.ardmstream.coder.binary.BitCoder;

/**
 * Numbers as bits: is it zero, the length of its magnitude in unary, its sign, then the magnitude's
 * lower bits from the top. The contexts must have been set.
 */
final class NumberCoder {
  /** Components that are told apart. */
  static final int COMPONENTS = 3;

  /** Kinds of bits of a number. */
  private static final int KINDS = 10;

  private static final int SIGN_KIND = 7;
  private static final int LOWER_KIND = 8;

  /** Rows of weights that counts have, before those of numbers. */
  private static final int COUNT_ROWS = 32;

  private static final int PLACES = 64;
  private static final int ENERGIES = 12;
  private static final int DENSITIES = 16;
  private static final int CORNERS = 16;
  private static final int COUNT_KINDS = 6;

  private static final int ZERO_NODE = 0;
  private static final int SIGN_NODE = 1;
  private static final int LENGTH_NODE = 1;
  private static final int LOWER_NODE = 16;
  private static final int NEGATIVE_NODE = 32;
  private static final int MODELLED = 3;
  private static final int HALF = 1 << 15;
  private static final int MOST_LENGTH = 16;

  private final BitPredictor predictor;
  private final int component;
  private final BitCoder port;

  NumberCoder(BitPredictor predictor, int component, BitCoder port) {
    this.predictor = predictor;
    this.component = component;
    this.port = port;
  }

  /** A predictor of the right size, which has seen nothing. */
  static BitPredictor predictor(Effort effort) {
    int[] rows = {
      COUNT_ROWS + COMPONENTS * KINDS * PLACES,
      COUNT_ROWS + KINDS * ENERGIES * COMPONENTS,
      COUNT_ROWS + KINDS * DENSITIES * CORNERS
    };
    int kinds = COUNT_ROWS + KINDS * COMPONENTS;
    int lines = COUNT_ROWS + KINDS * ENERGIES * COMPONENTS;
    return new BitPredictor(effort.contexts, effort.slotBits, rows, kinds, lines);
  }

  /** Passes a number of so many bits. */
  int passCount(int count, int size, int around) {
    int node = 1;
    for (int i = 0; i < size; i++) {
      int bit = count >> size - 1 - i & 1;
      int kind = component * COUNT_KINDS + i;
      int second = Math.min(COUNT_ROWS - 1, around);
      node = node << 1 | predictor.pass(port, bit, node, kind, second, 0, kind, kind);
    }
    return node - (1 << size);
  }

  /**
   * Passes an AC coefficient.
   *
   * @param n its place in zigzag order
   * @param certain whether it is known to be other than zero
   * @param energy degree of what is around it, 0 to 11
   * @param density share of the places left that are other than zero, 0 to 15
   * @param prediction four times what it may be
   */
  int passCoefficient(int value, int n, boolean certain, int energy, int density, int prediction) {
    int place = ZigZagPlaces.NATURAL[n];
    int corner = Math.min(3, place & 7) * 4 + Math.min(3, place >> 3);
    int magnitude = Math.abs(value);
    if (!certain && pass(magnitude == 0 ? 0 : 1, ZERO_NODE, 0, n, energy, density, corner) == 0) {
      return 0;
    }
    int length = length(magnitude, LENGTH_NODE, n, energy, density, corner);
    int expected = Math.abs(prediction);
    int sure = Math.min(ENERGIES - 1, fine(expected) / 2);
    int side = (prediction < 0 ? DENSITIES / 2 : 0) + Math.min(7, coarse(expected) / 2);
    int negative = pass(value < 0 ? 1 : 0, SIGN_NODE, SIGN_KIND, n, sure, side, corner);
    int passed = lower(magnitude, length, LOWER_NODE, n, energy, corner);
    return negative == 1 ? -passed : passed;
  }

  /**
   * Passes the error of a DC coefficient.
   *
   * @param unrest degree of how little the edges fit, 0 to 11
   * @param errors degree of errors around, 0 to 15
   */
  int passDc(int value, int unrest, int errors) {
    int magnitude = Math.abs(value);
    if (pass(magnitude == 0 ? 0 : 1, ZERO_NODE, 0, 0, unrest, errors, 0) == 0) {
      return 0;
    }
    int negative = pass(value < 0 ? 1 : 0, SIGN_NODE, SIGN_KIND, 0, unrest, errors, 0);
    int first = negative * NEGATIVE_NODE;
    int length = length(magnitude, first + LENGTH_NODE, 0, unrest, errors, negative);
    int passed = lower(magnitude, length, first + LOWER_NODE, 0, unrest, negative);
    return negative == 1 ? -passed : passed;
  }

  private int length(int magnitude, int first, int n, int energy, int density, int corner) {
    int wanted = bits(magnitude);
    int length = 1;
    while (length < MOST_LENGTH) {
      int node = first + Math.min(length, 14);
      int bit = wanted > length ? 1 : 0;
      if (pass(bit, node, Math.min(length, SIGN_KIND - 1), n, energy, density, corner) == 0) {
        break;
      }
      length++;
    }
    return length;
  }

  private int lower(int magnitude, int length, int first, int n, int energy, int corner) {
    int known = 1;
    int density = Math.min(DENSITIES - 1, length);
    for (int depth = 0; depth < length - 1; depth++) {
      int bit = magnitude >> length - 2 - depth & 1;
      if (depth < MODELLED) {
        int node = first + lowerNode(length, depth, known);
        int kind = LOWER_KIND + Math.min(depth, 1);
        bit = pass(bit, node, kind, n, energy, density, corner);
      } else {
        bit = port.pass(bit, HALF);
      }
      known = known << 1 | bit;
    }
    return known;
  }

  /** 0 for length 2; 1 to 3 for length 3; then three of two depths and one of the third. */
  private static int lowerNode(int length, int depth, int known) {
    int longer = Math.min(length - 4, 2);
    if (length <= 3) {
      return length == 2 ? 0 : known;
    }
    return depth < 2 ? 3 + 3 * longer + known : 13 + longer;
  }

  private int pass(int bit, int node, int kind, int n, int energy, int density, int corner) {
    int first = COUNT_ROWS + (component * KINDS + kind) * PLACES + n;
    int second = COUNT_ROWS + (kind * ENERGIES + energy) * COMPONENTS + component;
    int third = COUNT_ROWS + (kind * DENSITIES + density) * CORNERS + corner;
    int last = COUNT_ROWS + kind * COMPONENTS + component;
    return predictor.pass(port, bit, node, first, second, third, last, second);
  }
}
