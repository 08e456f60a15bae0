package io.ardmstream.block.coefficient;

/**
 * Where contexts from the records before have their probabilities: behind those of {@link Tables},
 * one table for each context of what is passed, as there.
 */
final class FormerTables {
  /** Contexts that records which lean on others have beside those of light effort. */
  static final int CONTEXTS = 8;

  /** Degrees of how much changes around a block, which tell weights apart, and one more. */
  static final int DEGREES = 5;

  /** The degree of blocks that lean on none. */
  static final int APART = DEGREES - 1;

  private static final int[] LAST_SIZES = {512, 1280, 1024, 512, 400, 512, 1024, 64};
  private static final int[] AC_SIZES = {2048, 4096, 4096, 4096, 2048, 4096, 4096, 4096};
  private static final int[] DC_SIZES = {1024, 1024, 512, 512, 512, 1024, 64, 64};
  private static final int FIRST = Tables.end(Effort.LIGHT.contexts);
  private static final int[] LAST = new int[CONTEXTS];
  private static final int[] AC = new int[CONTEXTS];
  private static final int[] DC = new int[CONTEXTS];
  private static final int END;

  static {
    int end = FIRST;
    for (int i = 0; i < CONTEXTS; i++) {
      LAST[i] = end;
      AC[i] = LAST[i] + Tables.COMPONENTS * LAST_SIZES[i] * Tables.LAST_NODES;
      DC[i] = AC[i] + Tables.COMPONENTS * AC_SIZES[i] * Tables.AC_NODES;
      end = DC[i] + Tables.COMPONENTS * DC_SIZES[i] * Tables.DC_NODES;
    }
    END = end;
  }

  private FormerTables() {}

  /** A predictor of the right size, which has seen nothing. */
  static TablePredictor predictor() {
    int contexts = Effort.LIGHT.contexts + CONTEXTS;
    return new TablePredictor(contexts, END, DEGREES * Tables.ROWS, Tables.lines(Effort.LIGHT));
  }

  /** Where a context of the last place has its nodes. */
  static int last(int context, int component, int value) {
    return LAST[context] + (component * LAST_SIZES[context] + value) * Tables.LAST_NODES;
  }

  /** Where a context of an AC coefficient has its nodes. */
  static int ac(int context, int component, int value) {
    return AC[context] + (component * AC_SIZES[context] + value) * Tables.AC_NODES;
  }

  /** Where a context of a DC coefficient has its nodes. */
  static int dc(int context, int component, int value) {
    return DC[context] + (component * DC_SIZES[context] + value) * Tables.DC_NODES;
  }
}
