package io.ardmstream.block.coefficient;

import static io.ardmstream.block.coefficient.Magnitudes.bits;

import io.ardmstream.coder.binary.BitCoder;

/**
 * Numbers as bits of a {@link TablePredictor}: is it zero, the length of its magnitude in unary,
 * its sign, then the magnitude's lower bits from the top. The contexts must have been set.
 */
final class TableNumbers {
  private static final int LAST_BITS = 6;
  private static final int SIGN_KIND = 7;
  private static final int LOWER_KIND = 8;
  private static final int ZERO_NODE = 0;
  private static final int SIGN_NODE = 1;
  private static final int LENGTH_NODE = 1;
  private static final int LONGEST_NODE = 8;
  private static final int LOWER_NODE = 9;
  private static final int NEGATIVE_NODE = 16;
  private static final int MODELLED = 2;
  private static final int HALF = 1 << 15;
  private static final int MOST_LENGTH = 16;

  private final TablePredictor predictor;
  private final int component;
  private final BitCoder port;

  /** The first row of weights of the numbers to come. */
  private int rows;

  TableNumbers(TablePredictor predictor, int component, BitCoder port) {
    this.predictor = predictor;
    this.component = component;
    this.port = port;
  }

  /** Sets how much changes around the numbers to come, which tells rows of weights apart. */
  void setDegree(int degree) {
    rows = degree * Tables.ROWS;
  }

  /** Passes the place of the last coefficient, 0 to 63. */
  int passLast(int last) {
    int node = 1;
    for (int i = LAST_BITS - 1; i >= 0; i--) {
      int row = Tables.lastRow(component, i);
      node = node << 1 | predictor.pass(port, last >> i & 1, node, rows + row, row);
    }
    return node - Tables.LAST_NODES;
  }

  /**
   * Passes an AC coefficient.
   *
   * @param n its place in zigzag order
   * @param certain whether it is known to be other than zero
   * @param energy degree of what is around it, 0 to 11
   * @param prediction four times what it may be
   */
  int passCoefficient(int value, int n, boolean certain, int energy, int prediction) {
    int magnitude = Math.abs(value);
    if (!certain && ac(magnitude == 0 ? 0 : 1, ZERO_NODE, 0, n, energy) == 0) {
      return 0;
    }
    int wanted = bits(magnitude);
    int length = 1;
    while (length < MOST_LENGTH
        && ac(wanted > length ? 1 : 0, lengthNode(length), lengthKind(length), n, energy) == 1) {
      length++;
    }
    int expected = Tables.coarseBelow(Math.abs(prediction), Tables.ENERGIES);
    int negative = ac(value < 0 ? 1 : 0, SIGN_NODE, SIGN_KIND, n, expected);
    int known = 1;
    for (int depth = 0; depth < length - 1; depth++) {
      int bit = magnitude >> length - 2 - depth & 1;
      boolean modelled = depth < MODELLED;
      int node = lowerNode(length, depth, known);
      known =
          known << 1
              | (modelled ? ac(bit, node, LOWER_KIND + depth, n, energy) : port.pass(bit, HALF));
    }
    return negative == 1 ? -known : known;
  }

  /**
   * Passes the error of a DC coefficient.
   *
   * @param unrest degree of how little the edges fit, 0 to 11
   */
  int passDc(int value, int unrest) {
    int magnitude = Math.abs(value);
    if (dc(magnitude == 0 ? 0 : 1, ZERO_NODE, 0, unrest) == 0) {
      return 0;
    }
    int negative = dc(value < 0 ? 1 : 0, SIGN_NODE, SIGN_KIND, unrest);
    int first = negative * NEGATIVE_NODE;
    int wanted = bits(magnitude);
    int length = 1;
    while (length < MOST_LENGTH
        && dc(wanted > length ? 1 : 0, first + lengthNode(length), lengthKind(length), unrest)
            == 1) {
      length++;
    }
    int known = 1;
    for (int depth = 0; depth < length - 1; depth++) {
      int bit = magnitude >> length - 2 - depth & 1;
      boolean modelled = depth < MODELLED;
      int node = first + lowerNode(length, depth, known);
      known =
          known << 1
              | (modelled ? dc(bit, node, LOWER_KIND + depth, unrest) : port.pass(bit, HALF));
    }
    return negative == 1 ? -known : known;
  }

  private static int lengthNode(int length) {
    return Math.min(LONGEST_NODE, LENGTH_NODE + length);
  }

  private static int lengthKind(int length) {
    return Math.min(SIGN_KIND - 1, length);
  }

  /** 0 for length 2; 1 to 3 for length 3; then one of the first bit and two of the second. */
  private static int lowerNode(int length, int depth, int known) {
    if (length <= 3) {
      return LOWER_NODE + (length == 2 ? 0 : known);
    }
    return LOWER_NODE + 3 + known;
  }

  private int ac(int bit, int node, int kind, int n, int energy) {
    int row = Tables.row(component, kind, n);
    return predictor.pass(port, bit, node, rows + row, Tables.line(component, kind, energy));
  }

  private int dc(int bit, int node, int kind, int unrest) {
    int row = Tables.row(component, kind, 0);
    return predictor.pass(port, bit, node, rows + row, Tables.dcLine(component, kind, unrest));
  }
}
