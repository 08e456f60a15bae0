package io.ardmstream.block.coefficient;

import io.ardmstream.media.jpeg.CoefficientPlane;

/** How much the blocks of a plane differ from what the record before says of them. */
final class Changes {
  private static final int BLOCK = CoefficientPlane.BLOCK;
  private static final int EIGHTHS = 8;
  private static final int FEW = 4;
  private static final int SOME = 9;

  /** What a DC coefficient counts for at most. */
  private static final int MOST_OF_DC = 8;

  private final FormerPlane former;

  /** Sums of differences in each block, in steps, and of magnitudes. */
  private final int[] differences;

  private final int[] magnitudes;

  /** By how many quarters the DC coefficient was mispredicted from around, and from before. */
  private final int[] errorsAround;

  private final int[] errorsBefore;
  private int block;
  private int difference;
  private int magnitude;

  Changes(FormerPlane former) {
    this.former = former;
    int blocks = former.lastEnds().length;
    differences = new int[blocks];
    magnitudes = new int[blocks];
    errorsAround = new int[blocks];
    errorsBefore = new int[blocks];
  }

  /** Begins a block; returns by how many eighths of what there is the three around changed. */
  int begin(int number, int left, int above, int aboveRight) {
    block = number;
    difference = 0;
    magnitude = 0;
    long changed =
        (long) of(differences, left) + of(differences, above) + of(differences, aboveRight);
    long all = 1L + of(magnitudes, left) + of(magnitudes, above) + of(magnitudes, aboveRight);
    return (int) Math.min(Integer.MAX_VALUE, EIGHTHS * changed / all);
  }

  private static int of(int[] numbers, int other) {
    return other < 0 ? 0 : numbers[other];
  }

  /** Takes weights apart by eighths that changed. */
  static int degree(int eighths) {
    if (eighths == 0) {
      return 0;
    }
    return eighths < FEW ? 1 : eighths < SOME ? 2 : 3;
  }

  /** Takes note that all AC coefficients behind a place in zigzag order are zero. */
  void endAt(int last) {
    for (int n = former.lastEnds()[block]; n > last; n--) {
      note(ZigZagPlaces.NATURAL[n], 0);
    }
  }

  /** Takes note of an AC coefficient. */
  void note(int place, int value) {
    difference += Math.abs(value - FormerPlane.whole(former.last()[block * BLOCK + place]));
    magnitude += Math.abs(value);
  }

  /** By how many eighths of what there is this block changed so far. */
  int eighths() {
    return (int) Math.min(Integer.MAX_VALUE, (long) EIGHTHS * difference / (1 + magnitude));
  }

  /** Errors of predictions from around, of two blocks together. */
  int errorsAround(int left, int above) {
    return of(errorsAround, left) + of(errorsAround, above);
  }

  /** Errors of predictions from before, of two blocks together. */
  int errorsBefore(int left, int above) {
    return of(errorsBefore, left) + of(errorsBefore, above);
  }

  /** Ends the block. */
  void end(int errorAround, int errorBefore) {
    errorsAround[block] = errorAround;
    errorsBefore[block] = errorBefore;
    differences[block] = difference + Math.min(MOST_OF_DC, errorBefore / 4);
    magnitudes[block] = magnitude;
  }
}
