package io.ardmstream.block.coefficient;

import static io.ardmstream.block.coefficient.Tables.SIGNED;
import static io.ardmstream.block.coefficient.Tables.STEPS;
import static io.ardmstream.block.coefficient.Tables.coarseBelow;
import static io.ardmstream.block.coefficient.Tables.signed;
import static io.ardmstream.block.coefficient.Tables.signedRoughly;
import static io.ardmstream.block.coefficient.Tables.step;

import io.ardmstream.media.jpeg.CoefficientPlane;

/** Contexts of a plane's bits that the records before give. */
final class FormerContexts {
  private static final int BLOCK = CoefficientPlane.BLOCK;
  private static final int FIRST = Effort.LIGHT.contexts;

  private final FormerPlane former;
  private final TablePredictor predictor;
  private final int component;
  private final Changes changes;

  // of the block
  private int block;
  private int left;
  private int above;
  private int around;
  private int degree;
  private int fromAround;

  /**
   * Contexts of one plane.
   *
   * @param component that {@link Tables} tell apart
   */
  FormerContexts(FormerPlane former, TablePredictor predictor, int component) {
    this.former = former;
    this.predictor = predictor;
    this.component = component;
    changes = new Changes(former);
  }

  /** Begins a block; its neighbours are negative where there are none. */
  void begin(int number, int toLeft, int toAbove, int toAboveRight) {
    block = number;
    left = toLeft;
    above = toAbove;
    int eighths = changes.begin(number, toLeft, toAbove, toAboveRight);
    around = coarseBelow(eighths, 8);
    degree = Changes.degree(eighths);
  }

  /** How much changes around the block, below {@link FormerTables#APART}. */
  int degree() {
    return degree;
  }

  /** Sets the contexts of the last place; the arguments are contexts that a block has anyway. */
  void last(int mean, int eighth, int west, int north) {
    int was = former.lastEnds()[block];
    int onMean = former.meanEnds()[block];
    int toLeft = left < 0 ? was : was + west - former.lastEnds()[left];
    int toAbove = above < 0 ? was : was + north - former.lastEnds()[above];
    int moved = Math.max(0, Math.min(BLOCK - 1, (toLeft + toAbove) / 2));
    last(0, was * 8 + around);
    last(1, step(was) * BLOCK + mean);
    last(2, was * 16 + eighth);
    last(3, onMean * 8 + was / 8);
    last(4, step(was) * STEPS + step(west));
    last(5, moved * 8 + around);
    last(6, was * 16 + onMean / 4);
    last(7, was);
  }

  private void last(int context, int value) {
    predictor.context(FIRST + context, FormerTables.last(context, component, value));
  }

  /** Takes note of the last place. */
  void noteLast(int last) {
    changes.endAt(last);
  }

  /**
   * Sets the contexts of an AC coefficient; the arguments are those that it has anyway.
   *
   * @param n its place in zigzag order
   * @param west the same coefficient to the left
   * @param north the same coefficient above
   */
  void coefficient(
      int n, int place, int corner, int best, boolean first, int higher, int west, int north) {
    int was = former.last()[block * BLOCK + place];
    int onMean = former.mean()[block * BLOCK + place];
    int roughly = n * 8 + signedRoughly(FormerPlane.whole(was));
    int nearby =
        Math.abs(former.change(west, left, place)) + Math.abs(former.change(north, above, place));
    ac(0, n * SIGNED + signed(was));
    ac(1, roughly * 8 + (first ? around : coarseBelow(changes.eighths(), 8)));
    ac(2, (corner * SIGNED + signed(was)) * 8 + coarseBelow(FormerPlane.whole(nearby), 8));
    ac(3, roughly * 8 + signedRoughly(best));
    ac(4, n * SIGNED + signed(onMean));
    ac(5, roughly * 8 + signedRoughly(FormerPlane.whole(onMean)));
    ac(6, roughly * 8 + coarseBelow(higher, 8));
    ac(7, ((n >> 2) * SIGNED + signed(was)) * 8 + around);
  }

  private void ac(int context, int value) {
    predictor.context(FIRST + context, FormerTables.ac(context, component, value));
  }

  /** Takes note of an AC coefficient. */
  void note(int place, int value) {
    changes.note(place, value);
  }

  /**
   * Sets the contexts of the DC coefficient.
   *
   * @param exact what it may be by what is around, in quarters
   * @param west the DC coefficient to the left
   * @param north the DC coefficient above
   * @param rough degree of how little the edges fit, 0 to 15
   * @return what it may be, in quarters: the same, or what it was
   */
  int dc(int exact, int west, int north, int rough) {
    fromAround = exact;
    int was = former.last()[block * BLOCK];
    int toLeft = former.change(west, left, 0);
    int toAbove = former.change(north, above, 0);
    int drift = left < 0 ? toAbove : above < 0 ? toLeft : (toLeft + toAbove) / 2;
    int before = changes.errorsBefore(left, above);
    int beside = changes.errorsAround(left, above);
    int chosen = before <= beside ? was : exact;
    int mode = before <= beside ? 1 : 0;
    int prediction = 4 * FormerPlane.whole(chosen);
    int other = signed((before <= beside ? exact : was) - prediction);
    int onMean = signed(former.mean()[block * BLOCK] - prediction);
    int drifted = signed(was + drift - prediction);
    int close = coarseBelow(before, 16);
    dc(0, (mode * SIGNED + other) * 16 + rough);
    dc(1, drifted * SIGNED + signed(was - prediction));
    dc(2, (close * 16 + coarseBelow(beside, 16)) * 2 + mode);
    dc(3, onMean * 16 + close);
    dc(4, drifted * 16 + coarseBelow(changes.eighths(), 16));
    dc(5, onMean * SIGNED + other);
    dc(6, mode * SIGNED + signed(toLeft));
    dc(7, mode * SIGNED + signed(toAbove));
    return chosen;
  }

  private void dc(int context, int value) {
    predictor.context(FIRST + context, FormerTables.dc(context, component, value));
  }

  /** Ends the block with its DC coefficient. */
  void end(int value) {
    int errorBefore = Math.abs(former.change(value, block, 0));
    changes.end(Math.abs(4 * value - fromAround), errorBefore);
  }
}
