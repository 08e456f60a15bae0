package io.ardmstream.likelihood.lockstep;

import io.ardmstream.likelihood.mixture.LogisticMixture;
import java.util.Arrays;

/**
 * What samples cost by the model's probabilities, and how that divides among the stages. For
 * statistics only: nothing that is decoded depends on it.
 */
final class BitCount {

  /** Mass of a sample below which the coder's least frequency decides. */
  private static final double FLOOR = 0x1p-32;

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

  /** Adds a sample of that mass. One logarithm serves many samples. */
  void ideal(long mass) {
    product *= Math.max(FLOOR, (double) mass / LogisticMixture.TOTAL);
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

  double total() {
    settle();
    return bits;
  }

  /** Bits of each stage; their sum is {@link #total}. */
  double[] byStage() {
    double sum = Arrays.stream(byStage).sum();
    double total = total();
    return Arrays.stream(byStage).map(b -> sum == 0 ? 0 : b * total / sum).toArray();
  }
}
