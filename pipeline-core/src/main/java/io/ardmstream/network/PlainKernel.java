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
    int fours = count - count % TOGETHER;
    int units = weights.length / count;
    for (int unit = 0; unit < units; unit++) {
      int sum = to + unit * ROWS;
      int weight = (unit - unit % GROUP) * count + unit % GROUP;
      for (int i = 0; i < fours; i += TOGETHER) {
        int at = weight + i * GROUP;
        float w0 = weights[at];
        float w1 = weights[at + GROUP];
        float w2 = weights[at + 2 * GROUP];
        float w3 = weights[at + 3 * GROUP];
        addFour(sums, sum, used, inputs, from + i * ROWS, w0, w1, w2, w3);
      }
      for (int i = fours; i < count; i++) {
        addOne(sums, sum, used, inputs, from + i * ROWS, weights[weight + i * GROUP]);
      }
    }
  }

  /** Four inputs at a time: sums are read and written once for all. */
  private static void addFour(
      float[] sums, int to, int used, float[] x, int from, float w0, float w1, float w2, float w3) {
    for (int r = 0; r < used; r++) {
      float first = w0 * x[from + r] + w1 * x[from + ROWS + r];
      float second = w2 * x[from + 2 * ROWS + r] + w3 * x[from + 3 * ROWS + r];
      sums[to + r] += first + second;
    }
  }

  private static void addOne(float[] sums, int to, int used, float[] x, int from, float w) {
    for (int r = 0; r < used; r++) {
      sums[to + r] += w * x[from + r];
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
