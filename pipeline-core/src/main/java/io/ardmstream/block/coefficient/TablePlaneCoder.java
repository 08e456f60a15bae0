package io.ardmstream.block.coefficient;

import static io.ardmstream.block.coefficient.Magnitudes.fine;
import static io.ardmstream.block.coefficient.Tables.STEPS;
import static io.ardmstream.block.coefficient.Tables.coarseBelow;
import static io.ardmstream.block.coefficient.Tables.signed;
import static io.ardmstream.block.coefficient.Tables.signedRoughly;
import static io.ardmstream.block.coefficient.Tables.step;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.jpeg.CoefficientPlane;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Passes the blocks of a plane by a {@link TablePredictor}: where the last AC coefficient other
 * than zero is, those up to there from the highest frequency down, DC.
 */
final class TablePlaneCoder {
  private static final int BLOCK = CoefficientPlane.BLOCK;
  private static final int MOST_PREDICTION = 1 << 18;
  private static final int QUARTERS = 4;
  private static final int EDGE_SHIFT = 32;
  private static final int BOTH_SHIFT = 38;

  /** Places of a block with zeros around them, so that neighbours need not be asked for. */
  private static final int WIDE = 10;

  /** Such a place for each in zigzag order. */
  private static final int[] PADDED = new int[BLOCK];

  /** From such a place to the next one of higher frequency on the same diagonal. */
  private static final int[] NEXT = new int[BLOCK];

  /** How near to the corner of the lowest frequencies, 0 to 15. */
  private static final int[] CORNER = new int[BLOCK];

  static {
    for (int n = 0; n < BLOCK; n++) {
      int u = ZigZagPlaces.NATURAL[n] & 7;
      int v = ZigZagPlaces.NATURAL[n] >> 3;
      PADDED[n] = (v + 1) * WIDE + u;
      NEXT[n] = (u + v & 1) == 0 ? 1 - WIDE : WIDE - 1;
      CORNER[n] = Math.min(3, u) * 4 + Math.min(3, v);
    }
  }

  private final CodedPlane coded;
  private final short[] coefficients;
  private final int[] steps;
  private final int wide;
  private final int high;
  private final int component;
  private final OtherPlanes others;
  private final Edges edges;
  private final TablePredictor predictor;
  private final TableNumbers numbers;
  private final Effort effort;

  /** What the records before say, or null. */
  private final FormerContexts former;

  /** Reciprocals of what an edge says about a coefficient, in units of quarters of its step. */
  private final long[] byTop = new long[BLOCK];

  private final long[] bySide = new long[BLOCK];
  private final long[] byBoth = new long[BLOCK];

  /** Bits that the row of blocks takes of its file. */
  private long taken;

  // of the block
  private final int[] magnitudes = new int[WIDE * (WIDE + 1)];
  private int block;
  private int at;
  private int left;
  private int above;
  private int aboveLeft;
  private int aboveRight;

  /**
   * A coder of one plane.
   *
   * @param coded the plane; when decoding its coefficients, zeros at first, are written
   * @param before planes of the same image that were passed already
   */
  TablePlaneCoder(
      CodedPlane coded,
      List<CodedPlane> before,
      TablePredictor predictor,
      Effort effort,
      BitCoder port) {
    this(coded, before, predictor, effort, port, null);
  }

  /**
   * A coder of one plane of a file in a sequence, with a predictor of sequences.
   *
   * @param records what the files before say of the plane, if they say something
   */
  TablePlaneCoder(
      CodedPlane coded,
      List<CodedPlane> before,
      TablePredictor predictor,
      Optional<FormerPlane> records,
      BitCoder port) {
    this(coded, before, predictor, Effort.LIGHT, port, records.orElse(null));
    int contexts = Effort.LIGHT.contexts;
    predictor.use(records.isPresent() ? contexts + FormerTables.CONTEXTS : contexts);
    numbers.setDegree(FormerTables.APART);
  }

  private TablePlaneCoder(
      CodedPlane coded,
      List<CodedPlane> before,
      TablePredictor predictor,
      Effort effort,
      BitCoder port,
      FormerPlane records) {
    CoefficientPlane plane = coded.plane();
    this.coded = coded;
    this.predictor = predictor;
    this.effort = effort;
    coefficients = plane.coefficients();
    steps = plane.quantiser();
    wide = plane.blocksWide();
    high = plane.blocksHigh();
    component = Math.min(Tables.COMPONENTS - 1, plane.component());
    others = new OtherPlanes(before, coded);
    former = records == null ? null : new FormerContexts(records, predictor, component);
    edges = new Edges(wide);
    numbers = new TableNumbers(predictor, component, port);
    for (int place = 0; place < BLOCK; place++) {
      long u = Edges.WEIGHTS[place & 7];
      long v = Edges.WEIGHTS[place >> 3];
      byTop[place] = (QUARTERS * (1L << EDGE_SHIFT)) / (v * steps[place]);
      bySide[place] = (QUARTERS * (1L << EDGE_SHIFT)) / (u * steps[place]);
      byBoth[place] = (QUARTERS * (1L << BOTH_SHIFT)) / ((u * u + v * v) * steps[place]);
    }
  }

  /** Passes all blocks. */
  void run() {
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        begin(x, y);
        int last = last();
        coded.counts()[block] = (byte) last;
        if (former != null) {
          former.noteLast(last);
        }
        coefficients(last);
        dc(last);
        edges.end(x);
      }
      coded.bits().take(taken);
      taken = 0;
    }
  }

  private void begin(int x, int y) {
    block = y * wide + x;
    at = block * BLOCK;
    left = x > 0 ? block - 1 : -1;
    above = y > 0 ? block - wide : -1;
    aboveLeft = x > 0 && y > 0 ? above - 1 : -1;
    aboveRight = y > 0 && x + 1 < wide ? above + 1 : -1;
    edges.begin(x, left >= 0, above >= 0);
    others.begin(x, y);
    if (former != null) {
      former.begin(block, left, above, aboveRight);
      numbers.setDegree(former.degree());
    }
  }

  private int lastOf(int of) {
    return of < 0 ? -1 : coded.counts()[of];
  }

  /** Passes the place in zigzag order of the last AC coefficient other than zero, or 0. */
  private int last() {
    int l = lastOf(left);
    int a = lastOf(above);
    int west = l < 0 ? Math.max(0, a) : l;
    int north = a < 0 ? Math.max(0, l) : a;
    int corner = Math.max(0, lastOf(aboveLeft));
    int east = aboveRight < 0 ? north : lastOf(aboveRight);
    int mean = (2 * (west + north) + corner + east) / 6;
    int eighth = (west + north) / 8;
    int rough = 0;
    for (int i = 1; i < 8; i++) {
      rough += Math.abs(edges.top[i] >> 4) + Math.abs(edges.side[i] >> 4);
    }
    int unrest = fine(Math.abs(rough / (16 * steps[1])));
    int first = step(others.count());
    int sibling = step(Math.max(0, others.siblingCount()));
    predictor.contexts(
        Tables.last(0, component, mean),
        Tables.last(1, component, step(west) * STEPS + step(north)),
        Tables.last(2, component, Math.min(31, unrest) * 16 + eighth),
        Tables.last(3, component, first * STEPS + sibling));
    if (effort == Effort.FULL) {
      last(4, step(corner) * STEPS + step(east));
      last(5, Math.min(63, unrest));
      last(6, first * BLOCK + mean);
      last(7, Math.min(STEPS - 1, unrest) * BLOCK + mean);
      last(8, eighth * Tables.SIGNED + signed(west - north));
      last(9, sibling * STEPS + step(west));
    }
    if (former != null) {
      former.last(mean, eighth, west, north);
    }
    return numbers.passLast(coded.counts()[block]);
  }

  private void last(int context, int value) {
    predictor.context(context, Tables.last(context, component, value));
  }

  /** Passes the AC coefficients from the last one down; those behind it are zero. */
  private void coefficients(int last) {
    Arrays.fill(magnitudes, 0);
    int found = 0;
    for (int n = last; n > 0; n--) {
      int place = ZigZagPlaces.NATURAL[n];
      int value = coefficient(n, place, last - n, found);
      if (former != null) {
        former.note(place, value);
      }
      if (value != 0) {
        coefficients[at + place] = (short) value;
        found++;
        taken += FileBits.least(value);
        edges.add(place, value * steps[place]);
        magnitudes[PADDED[n]] = Math.abs(value);
      }
    }
  }

  private int of(int other, int place) {
    return other < 0 ? 0 : coefficients[other * BLOCK + place];
  }

  private int coefficient(int n, int place, int passed, int found) {
    int u = place & 7;
    int v = place >> 3;
    int west = of(left, place);
    int north = of(above, place);
    int w = Math.abs(west);
    int a = Math.abs(north);
    int corners = Math.abs(of(aboveLeft, place)) + Math.abs(of(aboveRight, place));
    int around = (left < 0 ? 4 * a : 2 * (w + a)) + corners;
    int p = PADDED[n];
    int right = magnitudes[p + 1];
    int below = magnitudes[p + WIDE];
    int next = magnitudes[p + NEXT[n]];
    int beyond = magnitudes[p + 1 + WIDE] + magnitudes[p + 2] + magnitudes[p + 2 * WIDE] + next;
    int higher = 2 * (right + below) + beyond;
    int best = best(place, u, v);
    int same = component == 0 ? 0 : others.same(place);
    int frequency = n * 8;
    int level = coarseBelow(around, 16);
    int cross =
        component == 0
            ? coarseBelow(right, 8) * 8 + coarseBelow(below, 8)
            : coarseBelow(others.magnitude(place), 8) * 8 + Math.max(-4, Math.min(3, same)) + 4;
    predictor.contexts(
        Tables.ac(0, component, ((n >> 2) * 16 + coarseBelow(higher, 16)) * 16 + level),
        Tables.ac(1, component, (CORNER[n] * Tables.SIGNED + signed(best)) * 8 + level / 2),
        Tables.ac(2, component, (frequency + Math.min(7, found)) * 4 + Math.min(3, passed / 4)),
        Tables.ac(3, component, frequency * 8 + cross));
    if (effort == Effort.FULL) {
      int fromTop = fromTop(place, u);
      int fromSide = fromSide(place, v);
      ac(4, n * Tables.SIGNED + signed(fromTop));
      ac(5, n * Tables.SIGNED + signed(fromSide));
      ac(6, (frequency + coarseBelow(w, 8)) * 8 + coarseBelow(a, 8));
      ac(7, (frequency + signedRoughly(fromTop)) * 8 + signedRoughly(fromSide));
      ac(8, (frequency + Math.min(7, level)) * 8 + signedRoughly(best));
      ac(
          9,
          component == 0
              ? (frequency + signedRoughly(west)) * 8 + signedRoughly(north)
              : (frequency + signedRoughly(same)) * 8 + signedRoughly(best));
    }
    if (former != null) {
      former.coefficient(n, place, CORNER[n], best, passed == 0, higher, west, north);
    }
    int energy = coarseBelow(around + higher, Tables.ENERGIES);
    return numbers.passCoefficient(coefficients[at + place], n, passed == 0, energy, best);
  }

  private int best(int place, int u, int v) {
    if (u == 0 || v > 0 && above < 0) {
      return fromSide(place, v);
    }
    if (v == 0 || left < 0) {
      return fromTop(place, u);
    }
    long both = (long) Edges.WEIGHTS[v] * edges.top[u] + (long) Edges.WEIGHTS[u] * edges.side[v];
    return clamp(both * byBoth[place] >> BOTH_SHIFT);
  }

  private int fromTop(int place, int u) {
    return clamp(edges.top[u] * byTop[place] >> EDGE_SHIFT);
  }

  private int fromSide(int place, int v) {
    return clamp(edges.side[v] * bySide[place] >> EDGE_SHIFT);
  }

  private void ac(int context, int value) {
    predictor.context(context, Tables.ac(context, component, value));
  }

  private static int clamp(long number) {
    return (int) Math.max(-MOST_PREDICTION, Math.min(MOST_PREDICTION, number));
  }

  /** Passes the DC coefficient as a difference from its prediction. */
  private void dc(int last) {
    long unit = (long) Edges.WEIGHTS[0] * steps[0];
    int fromTop = clamp((long) QUARTERS * edges.top[0] / unit);
    int fromSide = clamp((long) QUARTERS * edges.side[0] / unit);
    int topUnrest = 0;
    int sideUnrest = 0;
    for (int i = 1; i < 8; i++) {
      topUnrest += Math.abs(edges.top[i] >> 6);
      sideUnrest += Math.abs(edges.side[i] >> 6);
    }
    int exact = above < 0 ? fromSide : fromTop;
    if (above >= 0 && left >= 0) {
      long forTop = 1L + sideUnrest;
      long forSide = 1L + topUnrest;
      exact = (int) ((fromTop * forTop + fromSide * forSide) / (forTop + forSide));
    }
    int unrest = (int) ((topUnrest + (long) sideUnrest) * 256 / unit);
    int rough = coarseBelow(unrest, 16);
    if (former != null) {
      exact = former.dc(exact, of(left, 0), of(above, 0), rough);
    }
    int prediction = Math.floorDiv(exact + QUARTERS / 2, QUARTERS);
    int fraction = exact + QUARTERS / 2 - QUARTERS * prediction;
    int west = left < 0 ? 0 : coded.errors()[left];
    int north = above < 0 ? 0 : coded.errors()[above];
    int errors = coarseBelow(Math.abs(west) + Math.abs(north), 16);
    int sibling = signed(QUARTERS * others.siblingError());
    int difference = Math.max(0, Math.min(63, 32 + Magnitudes.signed(fromTop - fromSide)));
    predictor.contexts(
        Tables.dc(0, component, difference * 8 + rough / 2),
        Tables.dc(1, component, (errors * 16 + rough) * QUARTERS + fraction),
        Tables.dc(2, component, signed(QUARTERS * west) * Tables.SIGNED + signed(QUARTERS * north)),
        Tables.dc(3, component, sibling * 16 + rough));
    if (effort == Effort.FULL) {
      int l = signed(QUARTERS * (of(left, 0) - prediction));
      int a = signed(QUARTERS * (of(above, 0) - prediction));
      int ar = aboveRight < 0 ? a : signed(QUARTERS * (of(aboveRight, 0) - prediction));
      int size = 3 * steps[0];
      dc(4, signed(fromTop - exact) * Tables.SIGNED + signed(fromSide - exact));
      dc(5, Math.min(63, fine(unrest)));
      dc(6, l * Tables.SIGNED + a);
      dc(7, last * 16 + rough);
      dc(8, ar * 16 + rough);
      dc(9, step(topUnrest / size) * STEPS + step(sideUnrest / size));
    }
    short error = (short) (coefficients[at] - prediction);
    int passed = numbers.passDc(error, Math.min(Tables.ENERGIES - 1, rough * 2 / 3));
    coded.errors()[block] = (short) passed;
    coefficients[at] = (short) (prediction + passed);
    if (former != null) {
      former.end(coefficients[at]);
    }
    edges.add(0, coefficients[at] * steps[0]);
  }

  private void dc(int context, int value) {
    predictor.context(context, Tables.dc(context, component, value));
  }
}
