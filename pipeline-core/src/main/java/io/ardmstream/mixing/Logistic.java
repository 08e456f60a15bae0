package io.ardmstream.mixing;

/**
 * The logistic function and its inverse in integers. Probabilities are in units of 2^-16, log odds
 * in units of 2^-8 and from -{@value #BOUND} up to {@value #BOUND} exclusive.
 */
public final class Logistic {
  static final int BOUND = 3072;
  private static final int ANCHOR_SHIFT = 7;
  private static final int CELL_SHIFT = 4;

  /** Values at log odds of -12, -11.5, ..., 12; straight lines between them. */
  private static final int[] ANCHORS = {
    1, 1, 1, 2, 3, 5, 8, 13, 22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812,
    11955, 17625, 24743, 32768, 40793, 47911, 53581, 57724, 60565, 62428, 63615, 64357, 64816,
    65097, 65269, 65374, 65438, 65476, 65500, 65514, 65523, 65528, 65531, 65533, 65534, 65535,
    65535, 65535
  };

  private static final int[] SQUASH = squashTable();
  private static final short[] STRETCH = stretchTable();

  private Logistic() {}

  /** Probability at these log odds, which are clipped to the bounds; 1 to 65535. */
  public static int squash(int logOdds) {
    return SQUASH[Math.max(-BOUND, Math.min(BOUND - 1, logOdds)) + BOUND];
  }

  /** Log odds at the middle of the cell of 16 probabilities that this one lies in. */
  static int stretch(int probability) {
    return STRETCH[probability >>> CELL_SHIFT];
  }

  private static int[] squashTable() {
    int[] table = new int[2 * BOUND];
    for (int i = 0; i < table.length; i++) {
      int anchor = i >> ANCHOR_SHIFT;
      int fraction = i & (1 << ANCHOR_SHIFT) - 1;
      int rise = ANCHORS[anchor + 1] - ANCHORS[anchor];
      table[i] = ANCHORS[anchor] + (rise * fraction >> ANCHOR_SHIFT);
    }
    return table;
  }

  private static short[] stretchTable() {
    short[] table = new short[1 << 16 - CELL_SHIFT];
    int logOdds = -BOUND;
    for (int cell = 0; cell < table.length; cell++) {
      int middle = (cell << CELL_SHIFT) + (1 << CELL_SHIFT - 1);
      while (logOdds < BOUND - 1 && squash(logOdds) < middle) {
        logOdds++;
      }
      table[cell] = (short) logOdds;
    }
    return table;
  }
}
