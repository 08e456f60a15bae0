package io.ardmstream.vector;

import io.ardmstream.network.DenseKernel;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Dense layers on the widest vectors of the processor. A block of rows is two vectors: they go
 * through a group of units at a time, whose sums stay in registers, so that each value that is read
 * counts eight times and each weight twice.
 *
 * <p>The loops have as few arrays and numbers as possible: where C2 keeps more of them than there
 * are registers it keeps sums in memory, which takes half of the speed.
 */
public final class VectorKernel implements DenseKernel {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int ROWS = 2 * LANES;

  /** Added to a number of magnitude below 2^22, it leaves the nearest integer in the last bits. */
  private static final float ROUNDING = 0x1.8p23f;

  /** Bits of a number's significand. */
  private static final int PRECISION = 24;

  /** Found by its public constructor. */
  public VectorKernel() {}

  @Override
  public String name() {
    return "vectors of " + SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public int rows() {
    return ROWS;
  }

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(SPECIES, values, at);
  }

  private static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  @Override
  public void begin(float[] bias, float[] sums, int to, int used) {
    for (int unit = 0; unit < bias.length; unit++) {
      FloatVector all = all(bias[unit]);
      all.intoArray(sums, to + unit * ROWS);
      all.intoArray(sums, to + unit * ROWS + LANES);
    }
  }

  @Override
  public void accumulate(
      float[] inputs, int from, int count, float[] weights, float[] sums, int to, int used) {
    int group = count * GROUP;
    for (int at = 0, sum = to; at < weights.length; at += group, sum += GROUP * ROWS) {
      if (used > LANES) {
        add(inputs, from, count, weights, at, sums, sum);
      } else {
        addToFirstHalf(inputs, from, count, weights, at, sums, sum);
      }
    }
  }

  private static void add(
      float[] inputs, int from, int count, float[] weights, int at, float[] sums, int to) {
    FloatVector near0 = load(sums, to);
    FloatVector near1 = load(sums, to + 1 * ROWS);
    FloatVector near2 = load(sums, to + 2 * ROWS);
    FloatVector near3 = load(sums, to + 3 * ROWS);
    FloatVector near4 = load(sums, to + 4 * ROWS);
    FloatVector near5 = load(sums, to + 5 * ROWS);
    FloatVector near6 = load(sums, to + 6 * ROWS);
    FloatVector near7 = load(sums, to + 7 * ROWS);
    FloatVector far0 = load(sums, to + LANES);
    FloatVector far1 = load(sums, to + 1 * ROWS + LANES);
    FloatVector far2 = load(sums, to + 2 * ROWS + LANES);
    FloatVector far3 = load(sums, to + 3 * ROWS + LANES);
    FloatVector far4 = load(sums, to + 4 * ROWS + LANES);
    FloatVector far5 = load(sums, to + 5 * ROWS + LANES);
    FloatVector far6 = load(sums, to + 6 * ROWS + LANES);
    FloatVector far7 = load(sums, to + 7 * ROWS + LANES);
    for (int i = 0; i < count; i++) {
      FloatVector near = load(inputs, from + i * ROWS);
      FloatVector far = load(inputs, from + i * ROWS + LANES);
      FloatVector w = all(weights[at + i * GROUP]);
      near0 = near.fma(w, near0);
      far0 = far.fma(w, far0);
      w = all(weights[at + i * GROUP + 1]);
      near1 = near.fma(w, near1);
      far1 = far.fma(w, far1);
      w = all(weights[at + i * GROUP + 2]);
      near2 = near.fma(w, near2);
      far2 = far.fma(w, far2);
      w = all(weights[at + i * GROUP + 3]);
      near3 = near.fma(w, near3);
      far3 = far.fma(w, far3);
      w = all(weights[at + i * GROUP + 4]);
      near4 = near.fma(w, near4);
      far4 = far.fma(w, far4);
      w = all(weights[at + i * GROUP + 5]);
      near5 = near.fma(w, near5);
      far5 = far.fma(w, far5);
      w = all(weights[at + i * GROUP + 6]);
      near6 = near.fma(w, near6);
      far6 = far.fma(w, far6);
      w = all(weights[at + i * GROUP + 7]);
      near7 = near.fma(w, near7);
      far7 = far.fma(w, far7);
    }
    near0.intoArray(sums, to);
    near1.intoArray(sums, to + 1 * ROWS);
    near2.intoArray(sums, to + 2 * ROWS);
    near3.intoArray(sums, to + 3 * ROWS);
    near4.intoArray(sums, to + 4 * ROWS);
    near5.intoArray(sums, to + 5 * ROWS);
    near6.intoArray(sums, to + 6 * ROWS);
    near7.intoArray(sums, to + 7 * ROWS);
    far0.intoArray(sums, to + LANES);
    far1.intoArray(sums, to + 1 * ROWS + LANES);
    far2.intoArray(sums, to + 2 * ROWS + LANES);
    far3.intoArray(sums, to + 3 * ROWS + LANES);
    far4.intoArray(sums, to + 4 * ROWS + LANES);
    far5.intoArray(sums, to + 5 * ROWS + LANES);
    far6.intoArray(sums, to + 6 * ROWS + LANES);
    far7.intoArray(sums, to + 7 * ROWS + LANES);
  }

  private static void addToFirstHalf(
      float[] inputs, int from, int count, float[] weights, int at, float[] sums, int to) {
    FloatVector sum0 = load(sums, to);
    FloatVector sum1 = load(sums, to + 1 * ROWS);
    FloatVector sum2 = load(sums, to + 2 * ROWS);
    FloatVector sum3 = load(sums, to + 3 * ROWS);
    FloatVector sum4 = load(sums, to + 4 * ROWS);
    FloatVector sum5 = load(sums, to + 5 * ROWS);
    FloatVector sum6 = load(sums, to + 6 * ROWS);
    FloatVector sum7 = load(sums, to + 7 * ROWS);
    for (int i = 0; i < count; i++) {
      FloatVector x = load(inputs, from + i * ROWS);
      sum0 = x.fma(all(weights[at + i * GROUP]), sum0);
      sum1 = x.fma(all(weights[at + i * GROUP + 1]), sum1);
      sum2 = x.fma(all(weights[at + i * GROUP + 2]), sum2);
      sum3 = x.fma(all(weights[at + i * GROUP + 3]), sum3);
      sum4 = x.fma(all(weights[at + i * GROUP + 4]), sum4);
      sum5 = x.fma(all(weights[at + i * GROUP + 5]), sum5);
      sum6 = x.fma(all(weights[at + i * GROUP + 6]), sum6);
      sum7 = x.fma(all(weights[at + i * GROUP + 7]), sum7);
    }
    sum0.intoArray(sums, to);
    sum1.intoArray(sums, to + 1 * ROWS);
    sum2.intoArray(sums, to + 2 * ROWS);
    sum3.intoArray(sums, to + 3 * ROWS);
    sum4.intoArray(sums, to + 4 * ROWS);
    sum5.intoArray(sums, to + 5 * ROWS);
    sum6.intoArray(sums, to + 6 * ROWS);
    sum7.intoArray(sums, to + 7 * ROWS);
  }

  @Override
  public void scale(float[] sums, int at, byte[] shifts, int low, int high, int used) {
    int bound = Math.max(-low, high);
    // what is not clipped must be exact in half units, and small enough for rounding
    int mostShift = PRECISION - 1 - (Integer.SIZE - Integer.numberOfLeadingZeros(bound + 1));
    for (int unit = 0; unit < shifts.length; unit++) {
      int start = at + unit * ROWS;
      if (Math.max(1, shifts[unit]) <= mostShift) {
        float factor = powerOfTwo(-shifts[unit]);
        scale(sums, start, factor, low, high);
        scale(sums, start + LANES, factor, low, high);
      } else {
        scaleIntegers(sums, start, shifts[unit], low, high);
      }
    }
  }

  /**
   * In floating point: not every JVM has instructions for conversions of vectors. The nearest
   * integer to {@code (sum - (2^shift - 1) / 2) / 2^shift} is the floor of {@code sum / 2^shift}.
   * Clipping takes its bits as an integer, as Java's maximum of floating point is five
   * instructions.
   */
  private static void scale(float[] sums, int at, float factor, int low, int high) {
    load(sums, at)
        .fma(all(factor), all((factor - 1) / 2))
        .add(ROUNDING)
        .reinterpretAsInts()
        .max(Float.floatToRawIntBits(ROUNDING + low))
        .min(Float.floatToRawIntBits(ROUNDING + high))
        .reinterpretAsFloats()
        .sub(ROUNDING)
        .intoArray(sums, at);
  }

  /** By its bits, as a division takes longer than all the rest. */
  private static float powerOfTwo(int exponent) {
    return Float.intBitsToFloat(Float.MAX_EXPONENT + exponent << PRECISION - 1);
  }

  private static void scaleIntegers(float[] sums, int at, int shift, int low, int high) {
    for (int i = at; i < at + ROWS; i++) {
      sums[i] = Math.max(low, Math.min(high, (int) sums[i] >> shift));
    }
  }
}
