package io.ardmstream.mixing;

/**
 * One set of a mixer's weights whose rows learn faster while they are new. All rows begin alike.
 */
final class AgingWeights {
  private static final int RATE = 3;
  private static final int FRESH_RATE = 12;
  private static final int FRESH = 64;

  /** The age from which on a row learns no faster. */
  private static final int OLD = FRESH * (FRESH_RATE - 1) + 1;

  private static final int[] RATES = rates();

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

  private static int[] rates() {
    int[] rates = new int[OLD + 1];
    for (int age = 0; age <= OLD; age++) {
      rates[age] = RATE + FRESH_RATE * FRESH / (FRESH + age);
    }
    return rates;
  }

  int sum(int number, int[] places, int[] logOdds) {
    row = number;
    return weights.sum(number, places, logOdds);
  }

  void learn(int bit, int[] places, int[] logOdds) {
    int age = ages[row];
    if (age < OLD) {
      ages[row] = age + 1;
    }
    weights.learn(bit, places, logOdds, RATES[age]);
  }
}
