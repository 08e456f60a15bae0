package io.ardmstream.mixing;

/**
 * One set of a mixer's weights whose rows learn faster while they are new. All rows begin alike.
 */
final class AgingWeights {
  private static final int RATE = 3;
  private static final int FRESH_RATE = 12;
  private static final int FRESH = 64;

  private final Weights weights;

  /** How many decisions each row has seen, as long as that matters. */
  private final int[] ages;

  private int row;

  /** Rows that have seen nothing, each with these weights. */
  AgingWeights(int rows, int[] first) {
    int[] all = new int[rows * first.length];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(first, 0, all, i * first.length, first.length);
    }
    weights = new Weights(all, first.length);
    ages = new int[rows];
  }

  int sum(int number, int[] places, int[] logOdds) {
    row = number;
    return weights.sum(number, places, logOdds);
  }

  void learn(int bit, int[] places, int[] logOdds) {
    int more = FRESH_RATE * FRESH / (FRESH + ages[row]);
    if (more > 0) {
      ages[row]++;
    }
    weights.learn(bit, places, logOdds, RATE + more);
  }
}
