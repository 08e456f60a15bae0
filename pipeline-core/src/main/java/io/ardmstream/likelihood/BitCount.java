package io.ardmstream.likelihood;

import io.ardmstream.distribution.LogisticMixture;
import java.util.Arrays;

/**
 * What samples cost by the model's probabilities, and how that divides among the stages. For
 * statistics only: nothing that is decoded depends on it.
 */
public final class BitCount {

  private static final long UNLIKELY = LogisticMixture.TOTAL >> 16;
  private static final double RENORMALISE = 0x1p-512;

  private double[] byStage = new double[0];
  private double product = 1;
  private double bits;

  /** Adds a digit's share, by the coder's frequencies. */
  void add(int stage, double cost) {
    if (stage >= byStage.length) {
      byStage = Arrays.copyOf(byStage, stage + 1);
    }
    byStage[stage] += cost;
  }

  /** Adds a share that the coder's probabilities are ideal for. */
  public void addCoded(int stage, double cost) {
    add(stage, cost);
    bits += cost;
  }

  /**
   * Adds a sample. One logarithm serves many samples.
   *
   * @param mass of the sample, of {@link LogisticMixture#TOTAL}
   * @param coded cost by the coder's frequencies: it stands for the ideal cost of a sample that the
   *     model all but rules out, and that only the least frequencies make possible
   */
  void ideal(long mass, double coded) {
    if (mass < UNLIKELY) {
      bits += coded;
      return;
    }
    product *= (double) mass / LogisticMixture.TOTAL;
    if (product < RENORMALISE) {
      settle();
    }
  }

  private void settle() {
    bits -= Math.log(product) / Math.log(2);
    product = 1;
  }

  void add(BitCount other) {
    for (int stage = 0; stage < other.byStage.length; stage++) {
      add(stage, other.byStage[stage]);
    }
    bits += other.total();
  }

  /** Bits in all. */
  public double total() {
    settle();
    return bits;
  }

  /** Bits of each stage; their sum is {@link #total}. */
  public double[] byStage() {
    double sum = Arrays.stream(byStage).sum();
    double total = total();
    return Arrays.stream(byStage).map(b -> sum == 0 ? 0 : b * total / sum).toArray();
  }
}
