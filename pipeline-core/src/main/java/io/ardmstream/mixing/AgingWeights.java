package io.ardmstream.mixing;

/**
 * One set of a mixer's weights whose rows learn faster while they are new. All rows begin alike.
 */
public final class AgingWeights {
  private static final int FRESH = 64;

  /** Rates of the mixers of pixels. */
  private static final int[] USUAL_RATES = rates(3, 12);

  private final Weights weights;

  /** How fast a row learns, by its age; older ones learn no slower. */
  private final int[] rates;

  /** How many decisions each row has seen, as long as that matters. */
  private final int[] ages;

  private int row;

  /** Rows that have seen nothing, each with these weights. */
  AgingWeights(int rows, int[] first) {
    this(rows, first, USUAL_RATES);
  }

  /**
   * Rows that have seen nothing.
   *
   * @param first the weights of each
   * @param rates of learning, by the number of decisions that a row has seen; {@link #rates}
   */
  public AgingWeights(int rows, int[] first, int[] rates) {
    weights = new Weights(rows(rows, first), first.length);
    this.rates = rates;
    ages = new int[rows];
  }

  /** The weights of as many rows that begin alike. */
  static int[] rows(int rows, int[] first) {
    int[] all = new int[rows * first.length];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(first, 0, all, i * first.length, first.length);
    }
    return all;
  }

  /**
   * Rows that begin differently.
   *
   * @param all their weights, which will change
   * @param stride weights a row
   * @param rates of learning, by the number of decisions that a row has seen; {@link #rates}
   */
  AgingWeights(int[] all, int stride, int[] rates) {
    weights = new Weights(all, stride);
    this.rates = rates;
    ages = new int[all.length / stride];
  }

  /**
   * Rates by age.
   *
   * @param rate of rows that are old
   * @param fresh how much faster rows learn at first
   */
  public static int[] rates(int rate, int fresh) {
    int[] rates = new int[FRESH * (fresh - 1) + 2];
    for (int age = 0; age < rates.length; age++) {
      rates[age] = rate + fresh * FRESH / (FRESH + age);
    }
    return rates;
  }

  /**
   * The weighted sum of log odds, within their bounds.
   *
   * @param number of the row
   * @param places in the row, one for each of the log odds
   */
  public int sum(int number, int[] places, int[] logOdds) {
    row = number;
    return weights.sum(number, places, logOdds);
  }

  /** Moves the weights of the last sum, whose arguments are the same, towards a bit. */
  public void learn(int bit, int[] places, int[] logOdds) {
    weights.learn(bit, places, logOdds, rate(rates, ages, row));
  }

  /** The rate of learning of a row by the usual rates; it grows older by one decision. */
  static int usualRate(int[] ages, int row) {
    return rate(USUAL_RATES, ages, row);
  }

  private static int rate(int[] rates, int[] ages, int row) {
    int age = ages[row];
    if (age < rates.length - 1) {
      ages[row] = age + 1;
    }
    return rates[age];
  }
}
