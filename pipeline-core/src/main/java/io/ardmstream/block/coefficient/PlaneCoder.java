package io.ardmstream.block.coefficient;

import static io.ardmstream.block.coefficient.Magnitudes.coarse;
import static io.ardmstream.block.coefficient.Magnitudes.fine;
import static io.ardmstream.block.coefficient.Magnitudes.mix;
import static io.ardmstream.block.coefficient.Magnitudes.signed;

import io.ardmstream.coder.binary.BitCoder;
import io.ardmstream.media.jpeg.CoefficientPlane;
import java.util.List;

/** Passes the blocks of a plane. */
final class PlaneCoder {
  private static final int BLOCK = CoefficientPlane.BLOCK;
  private static final int COUNT_BITS = 6;
  private static final int MOST_PREDICTION = 1 << 18;
  private static final int QUARTERS = 4;

  private final CodedPlane coded;
  private final short[] coefficients;
  private final int[] steps;
  private final int wide;
  private final int high;

  /** The component, of which three are told apart. */
  private final int component;

  private final OtherPlanes others;
  private final Edges edges;
  private final NumberCoder numbers;
  private final BitPredictor predictor;
  private final Effort effort;
  private final BitCoder port;

  // of the block
  /** Bits that the row of blocks takes of its file. */
  private long taken;

  private int block;
  private int at;
  private int left;
  private int above;
  private int aboveLeft;
  private int aboveRight;

  /**
   * A coder of one plane.
   *
   * @param coded the plane; when decoding its coefficients are written
   * @param before planes of the same image that were passed already
   */
  PlaneCoder(
      CodedPlane coded,
      List<CodedPlane> before,
      BitPredictor predictor,
      Effort effort,
      BitCoder port) {
    CoefficientPlane plane = coded.plane();
    this.coded = coded;
    this.predictor = predictor;
    this.effort = effort;
    this.port = port;
    coefficients = plane.coefficients();
    steps = plane.quantiser();
    wide = plane.blocksWide();
    high = plane.blocksHigh();
    component = Math.min(NumberCoder.COMPONENTS - 1, plane.component());
    others = new OtherPlanes(before, coded);
    edges = new Edges(wide);
    numbers = new NumberCoder(predictor, component, port);
  }

  /** Passes all blocks. */
  void run() {
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        begin(x, y);
        int count = count();
        coded.counts()[block] = (byte) count;
        coefficients(count);
        dc();
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
  }

  /** Passes how many AC coefficients are other than zero. */
  private int count() {
    int l = count(left);
    int a = count(above);
    int al = Math.max(0, count(aboveLeft));
    int ar = count(aboveRight);
    int west = l < 0 ? Math.max(0, a) : l;
    int north = a < 0 ? Math.max(0, l) : a;
    int sum = west + north;
    int east = ar < 0 ? north : ar;
    int unrest = 0;
    for (int i = 1; i < 8; i++) {
      unrest += Math.abs(edges.top[i] >> 4) + Math.abs(edges.side[i] >> 4);
    }
    unrest = fine(Math.abs(unrest / (16 * steps[1])));
    int sibling = others.siblingCount();
    int own = 900 + component;
    predictor.context(0, mix(own, sum, 1));
    predictor.context(1, mix(own, l, a, 2));
    predictor.context(2, mix(own, 2 * sum + al + east, 3));
    predictor.context(3, mix(own, others.count(), sibling, 4));
    predictor.context(4, mix(own, unrest, sum / 8, 5));
    predictor.context(5, mix(own, west / 4, mix(north / 4, al / 4, east / 4), 6));
    if (effort == Effort.BEST) {
      predictor.context(6, mix(own, others.count(), sum / 4, 7));
      predictor.context(7, mix(own, sibling, sum / 4, 8));
      predictor.context(8, mix(own, a, ar, 9));
      predictor.context(9, mix(own, l, al, 10));
      predictor.context(10, mix(own, al, ar, 11));
      predictor.context(11, mix(own, unrest, 12));
      predictor.context(12, mix(own, unrest, others.count() / 2, 13));
      predictor.context(13, mix(own, 2 * sum + al + east >> 2, unrest >> 1, 14));
    }
    int actual = 0;
    for (int k = 1; k < BLOCK; k++) {
      actual += coefficients[at + k] != 0 ? 1 : 0;
    }
    return numbers.passCount(actual, COUNT_BITS, sum / 4);
  }

  private int count(int of) {
    return of < 0 ? -1 : coded.counts()[of];
  }

  /** Passes the AC coefficients from the highest frequency down until all but zeros are known. */
  private void coefficients(int count) {
    int left = count;
    for (int n = BLOCK - 1; n > 0; n--) {
      int place = ZigZagPlaces.NATURAL[n];
      int value = left == 0 ? 0 : coefficient(n, place, left);
      coefficients[at + place] = (short) value;
      if (value != 0) {
        left--;
        taken += FileBits.least(value);
        edges.add(place, value * steps[place]);
      }
    }
  }

  private int of(int other, int place) {
    return other < 0 ? 0 : coefficients[other * BLOCK + place];
  }

  private int coefficient(int n, int place, int left) {
    int u = place & 7;
    int v = place >> 3;
    int west = of(this.left, place);
    int north = of(above, place);
    int w = Math.abs(west);
    int a = Math.abs(north);
    int corners = Math.abs(of(aboveLeft, place)) + Math.abs(of(aboveRight, place));
    int around = (this.left < 0 ? 4 * a : 2 * (w + a)) + corners;
    int right = u < 7 ? Math.abs(coefficients[at + place + 1]) : 0;
    int below = v < 7 ? Math.abs(coefficients[at + place + 8]) : 0;
    int higher = 2 * (right + below) + higher(n, place, u, v);
    long ofTop = (long) Edges.WEIGHTS[v] * edges.top[u];
    long ofSide = (long) Edges.WEIGHTS[u] * edges.side[v];
    int squareV = Edges.WEIGHTS[v] * Edges.WEIGHTS[v];
    int squareU = Edges.WEIGHTS[u] * Edges.WEIGHTS[u];
    int step = steps[place];
    int fromTop = quarters(ofTop, (long) squareV * step);
    int fromSide = quarters(ofSide, (long) squareU * step);
    int best = fromTop;
    if (u == 0 || v > 0 && above < 0) {
      best = fromSide;
    } else if (v > 0 && this.left >= 0) {
      best = quarters(ofTop + ofSide, (long) (squareU + squareV) * step);
    }
    int same = others.same(place);

    int own = component * BLOCK + n;
    int fineAround = fine(around);
    int fineHigher = fine(higher);
    int density = Math.min(15, left * 16 / (n + 1));
    int energy = coarse(around + higher);
    int cross =
        component == 0
            ? mix(coarse(right), coarse(below), 0)
            : mix(coarse(others.magnitude(place)), signed(QUARTERS * same), 1);
    predictor.context(0, mix(own, left, 2));
    predictor.context(1, mix(component, fineHigher, fineAround, mix(density, 3, 0)));
    predictor.context(2, mix(own, signed(fromTop), 5));
    predictor.context(3, mix(own, signed(fromSide), 6));
    predictor.context(4, mix(own, signed(best), coarse(around) / 2, 7));
    predictor.context(5, mix(own, cross, 8));
    if (effort == Effort.BEST) {
      predictor.context(6, mix(own, coarse(w), coarse(a), 4));
      predictor.context(7, mix(own, energy, density, 13));
      predictor.context(8, mix(own, fineAround, 1));
      predictor.context(9, mix(component, signed(fromTop), signed(fromSide), 9));
      predictor.context(10, mix(own, fineHigher, 10));
      predictor.context(11, mix(left, fineAround, n / 2, 11 + 100 * component));
      predictor.context(12, mix(own, signed(QUARTERS * west), signed(QUARTERS * north), 12));
      int with = component == 0 ? signed(best) : fineAround;
      predictor.context(13, mix(own, signed(QUARTERS * same), with, 14));
    }
    return numbers.passCoefficient(
        coefficients[at + place], n, left == n, Math.min(11, energy), density, best);
  }

  /** Magnitudes of higher frequencies in the same block that are not next to it. */
  private int higher(int n, int place, int u, int v) {
    int sum = u < 7 && v < 7 ? Math.abs(coefficients[at + place + 9]) : 0;
    sum += u < 6 ? Math.abs(coefficients[at + place + 2]) : 0;
    sum += v < 6 ? Math.abs(coefficients[at + place + 16]) : 0;
    int next = n + 1 < BLOCK ? ZigZagPlaces.NATURAL[n + 1] : place;
    boolean sameDiagonal = next != place && (next & 7) + (next >> 3) == u + v;
    return sum + (sameDiagonal ? Math.abs(coefficients[at + next]) : 0);
  }

  /** A quotient in quarters, within bounds. */
  private static int quarters(long number, long by) {
    return (int) Math.max(-MOST_PREDICTION, Math.min(MOST_PREDICTION, QUARTERS * number / by));
  }

  /** Passes the DC coefficient as a difference from its prediction. */
  private void dc() {
    long unit = (long) Edges.WEIGHTS[0] * steps[0];
    int fromTop = quarters(edges.top[0], unit);
    int fromSide = quarters(edges.side[0], unit);
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
    int prediction = Math.floorDiv(exact + 2, QUARTERS);
    int fraction = exact - QUARTERS * prediction;
    int unrest = (int) ((topUnrest + (long) sideUnrest) * 256 / unit);
    int difference = fromTop - fromSide;
    int west = left < 0 ? 0 : coded.errors()[left];
    int north = above < 0 ? 0 : coded.errors()[above];
    int sibling = others.siblingError();
    int l = of(left, 0);
    int a = of(above, 0);
    int ar = aboveRight < 0 ? a : of(aboveRight, 0);
    int own = 800 + component;
    int rough = coarse(unrest);
    int errors = coarse(Math.abs(west) + Math.abs(north));
    predictor.context(0, mix(own, fine(unrest), 1));
    predictor.context(1, mix(own, signed(difference), rough, 2));
    predictor.context(2, mix(own, signed(fromTop - exact), signed(fromSide - exact), 3));
    predictor.context(3, mix(own, signed(QUARTERS * west), signed(QUARTERS * north), 4));
    predictor.context(4, mix(own, errors, rough, mix(fraction, 5, 0)));
    predictor.context(5, mix(own, signed(QUARTERS * sibling), rough, 6));
    if (effort == Effort.BEST) {
      int gradient = l + a - of(aboveLeft, 0);
      int size = 3 * steps[0];
      predictor.context(6, mix(own, signed(4 * (l - prediction)), signed(4 * (a - prediction)), 7));
      predictor.context(7, mix(own, coarse(Math.abs(difference)), errors, 8));
      predictor.context(8, mix(own, signed(4 * (gradient - prediction)), 9));
      predictor.context(9, mix(own, coded.counts()[block], rough, 10));
      predictor.context(10, mix(own, signed(4 * (ar - prediction)), rough, 11));
      predictor.context(11, mix(own, fine(topUnrest / size), fine(sideUnrest / size), 12));
      predictor.context(12, mix(own, signed(4 * sibling), errors, 13));
      predictor.context(13, mix(own, fine(Math.abs(difference)), 14));
    }
    short error = (short) (coefficients[at] - prediction);
    int passed = numbers.passDc(error, Math.min(11, rough * 2 / 3), Math.min(15, errors));
    coded.errors()[block] = (short) passed;
    coefficients[at] = (short) (prediction + passed);
    edges.add(0, coefficients[at] * steps[0]);
  }
}
