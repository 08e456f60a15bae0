package io.ardmstream.vector;

import io.ardmstream.network.DenseKernel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Dense layers on the widest vectors of the processor. Two vectors of rows go through four units at
 * a time: their sums stay in registers, and each value that is read counts four times.
 */
public final class VectorKernel implements DenseKernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int TOGETHER = 4;

  /** Magnitude below which numbers can be rounded by {@link #ROUNDING}. */
  private static final int ROUNDED_BELOW = 1 << 22;

  /** Added and taken away again, it leaves of a number the nearest integer. */
  private static final float ROUNDING = 0x1.8p23f;

  private static final DenseKernel PLAIN = DenseKernel.plain();

  /** Found by its public constructor. */
  public VectorKernel() {}

  @Override
  public String name() {
    return "vectors of " + SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public void accumulate(float[][] inputs, int rows, float[][] weights, int first, float[][] sums) {
    int row = 0;
    for (; row + 2 * LANES <= rows; row += 2 * LANES) {
      int unit = 0;
      for (; unit + TOGETHER <= sums.length; unit += TOGETHER) {
        addToFour(inputs, row, weights, unit, first, sums);
      }
      for (; unit < sums.length; unit++) {
        add(inputs, row, weights[unit], first, sums[unit]);
        add(inputs, row + LANES, weights[unit], first, sums[unit]);
      }
    }
    if (row < rows) {
      int unit = 0;
      for (; unit + TOGETHER <= sums.length; unit += TOGETHER) {
        addToFourOnce(inputs, row, weights, unit, first, sums);
      }
      for (; unit < sums.length; unit++) {
        add(inputs, row, weights[unit], first, sums[unit]);
      }
    }
  }

  private static FloatVector load(float[] plane, int row) {
    return FloatVector.fromArray(SPECIES, plane, row);
  }

  private static FloatVector all(float weight) {
    return FloatVector.broadcast(SPECIES, weight);
  }

  private static void addToFour(
      float[][] inputs, int row, float[][] weights, int unit, int first, float[][] sums) {
    float[] w0 = weights[unit];
    float[] w1 = weights[unit + 1];
    float[] w2 = weights[unit + 2];
    float[] w3 = weights[unit + 3];
    FloatVector near0 = load(sums[unit], row);
    FloatVector near1 = load(sums[unit + 1], row);
    FloatVector near2 = load(sums[unit + 2], row);
    FloatVector near3 = load(sums[unit + 3], row);
    FloatVector far0 = load(sums[unit], row + LANES);
    FloatVector far1 = load(sums[unit + 1], row + LANES);
    FloatVector far2 = load(sums[unit + 2], row + LANES);
    FloatVector far3 = load(sums[unit + 3], row + LANES);
    for (int i = 0; i < inputs.length; i++) {
      FloatVector near = load(inputs[i], row);
      FloatVector far = load(inputs[i], row + LANES);
      FloatVector w = all(w0[first + i]);
      near0 = near.fma(w, near0);
      far0 = far.fma(w, far0);
      w = all(w1[first + i]);
      near1 = near.fma(w, near1);
      far1 = far.fma(w, far1);
      w = all(w2[first + i]);
      near2 = near.fma(w, near2);
      far2 = far.fma(w, far2);
      w = all(w3[first + i]);
      near3 = near.fma(w, near3);
      far3 = far.fma(w, far3);
    }
    near0.intoArray(sums[unit], row);
    near1.intoArray(sums[unit + 1], row);
    near2.intoArray(sums[unit + 2], row);
    near3.intoArray(sums[unit + 3], row);
    far0.intoArray(sums[unit], row + LANES);
    far1.intoArray(sums[unit + 1], row + LANES);
    far2.intoArray(sums[unit + 2], row + LANES);
    far3.intoArray(sums[unit + 3], row + LANES);
  }

  private static void addToFourOnce(
      float[][] inputs, int row, float[][] weights, int unit, int first, float[][] sums) {
    float[] w0 = weights[unit];
    float[] w1 = weights[unit + 1];
    float[] w2 = weights[unit + 2];
    float[] w3 = weights[unit + 3];
    FloatVector sum0 = load(sums[unit], row);
    FloatVector sum1 = load(sums[unit + 1], row);
    FloatVector sum2 = load(sums[unit + 2], row);
    FloatVector sum3 = load(sums[unit + 3], row);
    for (int i = 0; i < inputs.length; i++) {
      FloatVector x = load(inputs[i], row);
      sum0 = x.fma(all(w0[first + i]), sum0);
      sum1 = x.fma(all(w1[first + i]), sum1);
      sum2 = x.fma(all(w2[first + i]), sum2);
      sum3 = x.fma(all(w3[first + i]), sum3);
    }
    sum0.intoArray(sums[unit], row);
    sum1.intoArray(sums[unit + 1], row);
    sum2.intoArray(sums[unit + 2], row);
    sum3.intoArray(sums[unit + 3], row);
  }

  private static void add(float[][] inputs, int row, float[] weights, int first, float[] sums) {
    FloatVector sum = load(sums, row);
    for (int i = 0; i < inputs.length; i++) {
      sum = load(inputs[i], row).fma(all(weights[first + i]), sum);
    }
    sum.intoArray(sums, row);
  }

  /** In floating point: not every JVM has instructions for conversions of vectors. */
  @Override
  public void scale(float[] sums, int rows, int shift, int low, int high) {
    if (Math.max(-low, high) >= ROUNDED_BELOW) {
      PLAIN.scale(sums, rows, shift, low, high);
      return;
    }
    float unit = 1f / (1 << shift);
    for (int row = 0; row < rows; row += LANES) {
      FloatVector clipped = load(sums, row).mul(unit).max(low).min(high);
      FloatVector rounded = clipped.add(ROUNDING).sub(ROUNDING);
      rounded.sub(1f, rounded.compare(VectorOperators.GT, clipped)).intoArray(sums, row);
    }
  }
}
