package io.ardmstream.transform.audio;

import java.util.Arrays;

/**
 * What residuals cost under a plain adaptive mixture instead of a network: nine logistics around 0,
 * whose scales are those of the 2, 6 and 24 nearest known residuals times three factors and whose
 * weights follow how well each did.
 */
final class MixtureCost {

  /** Which residuals are known. */
  enum Context {
    /** All earlier ones. */
    CAUSAL,
    /**
     * Those of coarser levels of the lattice over time, on both sides, as the network sees them.
     */
    BOTH_SIDED
  }

  private static final int[] TAPS = {2, 6, 24};
  private static final double[] FACTORS = {0.35, 0.7, 1.4};
  private static final double SHARED = 0.005;
  private static final int LEVELS = 16;
  private static final double LEAST_PROBABILITY = 1e-12;

  private final int[] residuals;
  private final double[] weights = new double[TAPS.length * FACTORS.length];
  private final double[] chances = new double[weights.length];
  private double bits;

  private MixtureCost(int[] residuals) {
    this.residuals = residuals;
    Arrays.fill(weights, 1.0 / weights.length);
  }

  /** Ideal bits of the residuals of a channel of a block. */
  static double bits(int[] residuals, Context context) {
    if (context == Context.CAUSAL) {
      return new MixtureCost(residuals).causal();
    }
    double bits = new MixtureCost(residuals).grid(1 << LEVELS);
    for (int level = LEVELS - 1; level >= 0; level--) {
      bits += new MixtureCost(residuals).between(1 << level);
    }
    return bits;
  }

  private double causal() {
    for (int i = 0; i < residuals.length; i++) {
      add(i, 1, 0, TAPS);
    }
    return bits;
  }

  /** The coarsest grid, where a residual knows those before it on the grid. */
  private double grid(int spacing) {
    for (int i = 0; i < residuals.length; i += spacing) {
      add(i, spacing, 0, TAPS);
    }
    return bits;
  }

  /** A level of the lattice, which knows all even multiples of its spacing. */
  private double between(int spacing) {
    int[] each = Arrays.stream(TAPS).map(taps -> taps / 2).toArray();
    for (int i = spacing; i < residuals.length; i += 2 * spacing) {
      add(i, 2 * spacing, spacing, each);
    }
    return bits;
  }

  private void add(int at, int step, int first, int[] taps) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double mean = mean(at, step, first, taps[i / FACTORS.length]);
      chances[i] = weights[i] * probability(residuals[at], FACTORS[i % FACTORS.length] * mean);
      sum += chances[i];
    }
    bits -= StrictMath.log(sum) / StrictMath.log(2);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (1 - SHARED) * chances[i] / sum + SHARED / weights.length;
    }
  }

  /**
   * Mean magnitude of the nearest known residuals.
   *
   * @param first distance of the nearest on either side; 0 means that there are only earlier ones
   */
  private double mean(int at, int step, int first, int taps) {
    long sum = 0;
    int count = 0;
    for (int k = 0; k < taps; k++) {
      int distance = first == 0 ? (k + 1) * step : first + k * step;
      if (at - distance >= 0) {
        sum += Math.abs((long) residuals[at - distance]);
        count++;
      }
      if (first > 0 && at + distance < residuals.length) {
        sum += Math.abs((long) residuals[at + distance]);
        count++;
      }
    }
    return count == 0 ? 128 : (double) sum / count + 0.05;
  }

  private static double probability(int residual, double scale) {
    double magnitude = Math.abs((double) residual);
    double mass = below((0.5 - magnitude) / scale) - below((-0.5 - magnitude) / scale);
    return Math.max(LEAST_PROBABILITY, mass);
  }

  private static double below(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
