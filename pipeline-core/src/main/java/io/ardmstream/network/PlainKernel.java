package io.ardmstream.network;

import java.util.Arrays;

/** Loops over the rows of long blocks, in the shape that C2 makes vector instructions of. */
record PlainKernel() implements DenseKernel {
  private static final int ROWS = JavaNetwork.MOST_ROWS;
  private static final int TOGETHER = 4;

  @Override
  public String name() {
    return "loops";
  }

  @Override
  public int rows() {
    return ROWS;
  }

  @Override
  public void begin(float[] bias, float[] sums, int to, int used) {
    for (int unit = 0; unit < bias.length; unit++) {
      Arrays.fill(sums, to + unit * ROWS, to + unit * ROWS + used, bias[unit]);
    }
  }

  @Override
  public void accumulate(
      float[] inputs, int from, int count, float[] weights, float[] sums, int to, int used) {
    float[][] planes = new float[count][];
    for (int i = 0; i < count; i++) {
      planes[i] = copy(inputs, from + i * ROWS, used);
    }
    int units = weights.length / count;
    for (int unit = 0; unit < units; unit++) {
      int at = to + unit * ROWS;
      float[] sum = copy(sums, at, used);
      add(planes, weights, (unit - unit % GROUP) * count + unit % GROUP, sum);
      System.arraycopy(sum, 0, sums, at, used);
    }
  }

  /** In arrays of their own, as C2 makes no vectors of loops that begin anywhere in one. */
  private static float[] copy(float[] values, int from, int length) {
    return Arrays.copyOfRange(values, from, from + length);
  }

  private static void add(float[][] x, float[] weights, int first, float[] sum) {
    int fours = x.length - x.length % TOGETHER;
    for (int i = 0; i < fours; i += TOGETHER) {
      int at = first + i * GROUP;
      float w0 = weights[at];
      float w1 = weights[at + GROUP];
      float w2 = weights[at + 2 * GROUP];
      float w3 = weights[at + 3 * GROUP];
      addFour(sum, x[i], x[i + 1], x[i + 2], x[i + 3], w0, w1, w2, w3);
    }
    for (int i = fours; i < x.length; i++) {
      addOne(sum, x[i], weights[first + i * GROUP]);
    }
  }

  /** Four inputs at a time: sums are read and written once for all. */
  private static void addFour(
      float[] sum,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float w0,
      float w1,
      float w2,
      float w3) {
    for (int r = 0; r < sum.length; r++) {
      sum[r] += w0 * x0[r] + w1 * x1[r] + w2 * x2[r] + w3 * x3[r];
    }
  }

  private static void addOne(float[] sum, float[] x, float w) {
    for (int r = 0; r < sum.length; r++) {
      sum[r] += w * x[r];
    }
  }

  @Override
  public void scale(float[] sums, int at, byte[] shifts, int low, int high, int used) {
    for (int unit = 0; unit < shifts.length; unit++) {
      scale(sums, at + unit * ROWS, used, shifts[unit], low, high);
    }
  }

  private static void scale(float[] sums, int at, int count, int shift, int low, int high) {
    for (int i = at; i < at + count; i++) {
      sums[i] = Math.max(low, Math.min(high, (int) sums[i] >> shift));
    }
  }
}
