package io.ardmstream.block.coefficient;

/**
 * Where the contexts of a {@link TablePredictor} have their probabilities, and which rows of
 * weights are whose. One table for each context of what is passed: the place of a block's last
 * coefficient, AC coefficients, DC coefficients.
 */
final class Tables {
  /** Components that are told apart: the first, and all others. */
  static final int COMPONENTS = 2;

  /** Nodes of the place of the last coefficient. */
  static final int LAST_NODES = 64;

  /** Nodes of an AC coefficient. */
  static final int AC_NODES = 16;

  /** Nodes of a DC coefficient. */
  static final int DC_NODES = 32;

  /** Numbers that {@link #step} gives. */
  static final int STEPS = 20;

  /** Numbers that {@link #signed} gives. */
  static final int SIGNED = 32;

  /** Kinds of bits of a number. */
  static final int KINDS = 10;

  /** Degrees of what is around. */
  static final int ENERGIES = 12;

  private static final int PLACES = 64;
  private static final int LAST_BITS = 6;

  /** Rows of weights. */
  static final int ROWS = COMPONENTS * (LAST_BITS + KINDS * PLACES);

  private static final int MOST_CONTEXTS = Effort.FULL.contexts;

  private static final int[] LAST_SIZES = {64, 400, 512, 420, 400, 64, 1280, 1280, 512, 400};
  private static final int[] AC_SIZES = {
    4096, 4096, 2048, 4096, 2048, 2048, 4096, 4096, 4096, 4096
  };
  private static final int[] DC_SIZES = {512, 1024, 1024, 512, 1024, 64, 1024, 1024, 512, 400};

  private static final int MOST_BOUND = SIGNED / 2 + 1;

  /** The magnitude from which on there is only one context. */
  private static final int MOST_TOLD_APART = 1 << MOST_BOUND / 2;

  /** Contexts of magnitudes and numbers: a look at a table costs less than a branch. */
  private static final byte[] STEP = new byte[MOST_TOLD_APART + 1];

  private static final byte[] COARSE = new byte[MOST_TOLD_APART + 1];
  private static final byte[] SIGNED_STEP = new byte[2 * MOST_TOLD_APART + 1];
  private static final byte[] ROUGHLY_SIGNED = new byte[2 * MOST_TOLD_APART + 1];

  private static final int[] LAST = new int[MOST_CONTEXTS];
  private static final int[] AC = new int[MOST_CONTEXTS];
  private static final int[] DC = new int[MOST_CONTEXTS];
  private static final int[] ENDS = new int[MOST_CONTEXTS + 1];

  static {
    for (int i = 0; i < MOST_CONTEXTS; i++) {
      LAST[i] = ENDS[i];
      AC[i] = LAST[i] + COMPONENTS * LAST_SIZES[i] * LAST_NODES;
      DC[i] = AC[i] + COMPONENTS * AC_SIZES[i] * AC_NODES;
      ENDS[i + 1] = DC[i] + COMPONENTS * DC_SIZES[i] * DC_NODES;
    }
    int half = SIGNED / 2;
    for (int i = 0; i <= MOST_TOLD_APART; i++) {
      int coarse = Magnitudes.coarse(i);
      STEP[i] = (byte) Math.min(STEPS - 1, Magnitudes.fine(i));
      COARSE[i] = (byte) coarse;
      SIGNED_STEP[MOST_TOLD_APART - i] = (byte) (half - Math.min(half, coarse));
      SIGNED_STEP[MOST_TOLD_APART + i] = (byte) (half + Math.min(half - 1, coarse));
      ROUGHLY_SIGNED[MOST_TOLD_APART - i] = (byte) (4 - Math.min(4, coarse));
      ROUGHLY_SIGNED[MOST_TOLD_APART + i] = (byte) (4 + Math.min(3, coarse));
    }
  }

  private Tables() {}

  /** A predictor of the right size, which has seen nothing. */
  static TablePredictor predictor(Effort effort) {
    return new TablePredictor(effort.contexts, end(effort.contexts), ROWS, lines(effort));
  }

  /** How many probabilities so many contexts have. */
  static int end(int contexts) {
    return ENDS[contexts];
  }

  /** How many lines of corrections there are. */
  static int lines(Effort effort) {
    return effort.corrected ? COMPONENTS * (LAST_BITS + 2 * KINDS * ENERGIES) : 0;
  }

  /** Where a context of the last place has its nodes. */
  static int last(int context, int component, int value) {
    return LAST[context] + (component * LAST_SIZES[context] + value) * LAST_NODES;
  }

  /** Where a context of an AC coefficient has its nodes. */
  static int ac(int context, int component, int value) {
    return AC[context] + (component * AC_SIZES[context] + value) * AC_NODES;
  }

  /** Where a context of a DC coefficient has its nodes. */
  static int dc(int context, int component, int value) {
    return DC[context] + (component * DC_SIZES[context] + value) * DC_NODES;
  }

  /** The row of weights, and the line, of a bit of the last place. */
  static int lastRow(int component, int bit) {
    return component * LAST_BITS + bit;
  }

  /** The row of weights of a bit of a coefficient; DC is at place 0 in zigzag order. */
  static int row(int component, int kind, int n) {
    return COMPONENTS * LAST_BITS + (component * KINDS + kind) * PLACES + n;
  }

  /** The line of a bit of an AC coefficient. */
  static int line(int component, int kind, int energy) {
    return COMPONENTS * LAST_BITS + (component * KINDS + kind) * ENERGIES + energy;
  }

  /** The line of a bit of a DC coefficient. */
  static int dcLine(int component, int kind, int energy) {
    return line(COMPONENTS + component, kind, energy);
  }

  /** A magnitude in four steps an octave, below {@value #STEPS}. */
  static int step(int magnitude) {
    return STEP[Math.min(STEP.length - 1, magnitude)];
  }

  /** A magnitude in two steps an octave, below a bound that is at most {@value #MOST_BOUND}. */
  static int coarseBelow(int magnitude, int bound) {
    return Math.min(bound - 1, COARSE[Math.min(MOST_TOLD_APART, magnitude)]);
  }

  /** A number in two steps an octave, 0 to {@value #SIGNED} exclusive. */
  static int signed(int number) {
    return SIGNED_STEP[toldApart(number)];
  }

  /** A number in two steps an octave, 0 to 8 exclusive. */
  static int signedRoughly(int number) {
    return ROUGHLY_SIGNED[toldApart(number)];
  }

  private static int toldApart(int number) {
    return Math.max(-MOST_TOLD_APART, Math.min(MOST_TOLD_APART, number)) + MOST_TOLD_APART;
  }
}
