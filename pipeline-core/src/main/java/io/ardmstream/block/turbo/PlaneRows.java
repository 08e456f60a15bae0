package io.ardmstream.block.turbo;

/**
 * One plane of a picture on its way through the coder: the last three rows of its samples, what
 * their predictions missed, and what was learnt so far. Rows have a margin on both sides.
 */
final class PlaneRows {
  /** Places beside a row on each side. */
  static final int MARGIN = 2;

  /** Contexts of errors, by how large those nearby were. */
  static final int CONTEXTS = 20;

  /** Fractional bits of predictions. */
  static final int FRACTION = 4;

  /** Sides of the neighbours on which a prediction is, a bit each. */
  private static final int SIDES = 4;

  private static final int BIAS_RATE = 6;
  private static final int BIAS_BITS = 8;

  final int width;
  private final int least;
  private final int greatest;
  int[] row;
  int[] north;
  int[] farNorth;

  /** By how much expectations missed the samples of the row. */
  int[] misses;

  private int[] northMisses;
  private int[] farNorthMisses;

  /** How restless the surroundings of each place are, as far as rows and planes before tell. */
  final int[] unrest;

  /** What the weights alone missed, with fractional bits. */
  final int[] missed;

  /** 1 where that is half a sample or more, else 0. */
  final int[] live;

  final RowWeights weights;

  /** Means of what predictions missed, by situation. */
  private final int[] biases = new int[CONTEXTS << SIDES];

  /**
   * A plane without rows.
   *
   * @param least sample
   * @param greatest sample
   */
  PlaneRows(int width, int least, int greatest) {
    this.width = width;
    this.least = least;
    this.greatest = greatest;
    int length = width + 2 * MARGIN;
    row = new int[length];
    north = new int[length];
    farNorth = new int[length];
    misses = new int[length];
    northMisses = new int[length];
    farNorthMisses = new int[length];
    unrest = new int[length];
    missed = new int[length];
    live = new int[length];
    weights = new RowWeights(width);
  }

  /** Makes room for the next row and fills the margins. */
  void advance() {
    int[] free = farNorth;
    farNorth = north;
    north = row;
    row = free;
    free = farNorthMisses;
    farNorthMisses = northMisses;
    northMisses = misses;
    misses = free;
    for (int i = 0; i < MARGIN; i++) {
      row[i] = north[MARGIN];
      misses[i] = northMisses[MARGIN];
    }
  }

  /** Repeats the last place of the row, and what it missed, in the margin. */
  void finish() {
    int end = MARGIN + width;
    for (int i = end; i < end + MARGIN; i++) {
      row[i] = row[end - 1];
      misses[i] = misses[end - 1];
    }
  }

  /**
   * Estimates the unrest of a row from what is known before its first sample.
   *
   * @param before the two planes before at this row
   */
  void survey(PlaneRows before, PlaneRows beforeThat) {
    int[] n = north;
    int[] missed = northMisses;
    int[] missedFar = farNorthMisses;
    int[] across = before.misses;
    int[] farAcross = beforeThat.misses;
    int[] sums = unrest;
    for (int x = MARGIN; x < MARGIN + width; x++) {
      int near = 2 * missed[x] + missed[x - 1] + missed[x + 1] + missedFar[x];
      int texture = Math.abs(n[x] - n[x - 1]) + Math.abs(n[x + 1] - n[x]);
      sums[x] = (3 * near + 4 * (across[x] + farAcross[x]) >> 2) + (texture >> 1);
    }
  }

  /** The context of a place: one for each octave of its unrest. */
  static int context(int unrest) {
    return Math.min(CONTEXTS - 1, 30 - Integer.numberOfLeadingZeros(unrest + 2));
  }

  /** The level of the errors of a context, see {@link ErrorPriors}. */
  static int level(int context) {
    return Math.max(0, 2 * (context % CONTEXTS) - 1);
  }

  /** Where the mean of what predictions missed is kept for a place. */
  static int situation(int context, int prediction, int west, int north, int northWest, int east) {
    int sides =
        prediction - (west << FRACTION) >>> 31
            | prediction - (north << FRACTION) >>> 30 & 2
            | prediction - (northWest << FRACTION) >>> 29 & 4
            | prediction - (east << FRACTION) >>> 28 & 8;
    return context << SIDES | sides;
  }

  /** A prediction as a sample, once what such predictions missed is added. */
  int corrected(int prediction, int situation) {
    int refined = prediction + (biases[situation] >> BIAS_BITS);
    return clamp(refined + (1 << FRACTION - 1) >> FRACTION);
  }

  int clamp(int sample) {
    return Math.max(least, Math.min(greatest, sample));
  }

  void learnBias(int situation, int missed) {
    biases[situation] += (missed << BIAS_BITS) - biases[situation] >> BIAS_RATE;
  }

  /** 1 where a prediction missed by half a sample or more, else 0. */
  static int live(int missed) {
    int halves = missed + (1 << FRACTION - 1) >> FRACTION;
    return (halves | -halves) >>> 31;
  }
}
