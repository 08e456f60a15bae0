package io.ardmstream.network;

/** Loops over the rows of a plane, in the shape that C2 makes vector instructions of. */
record PlainKernel() implements DenseKernel {
  private static final int TOGETHER = 4;

  @Override
  public String name() {
    return "loops";
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public void accumulate(float[][] inputs, int rows, float[][] weights, int first, float[][] sums) {
    int fours = inputs.length - inputs.length % TOGETHER;
    for (int unit = 0; unit < sums.length; unit++) {
      float[] sum = sums[unit];
      float[] w = weights[unit];
      for (int i = 0; i < fours; i += TOGETHER) {
        int at = first + i;
        float[] x0 = inputs[i];
        float[] x1 = inputs[i + 1];
        float[] x2 = inputs[i + 2];
        float[] x3 = inputs[i + 3];
        addFour(sum, rows, x0, x1, x2, x3, w[at], w[at + 1], w[at + 2], w[at + 3]);
      }
      for (int i = fours; i < inputs.length; i++) {
        addOne(sum, rows, inputs[i], w[first + i]);
      }
    }
  }

  /** Four inputs at a time: sums are read and written once for all. */
  private static void addFour(
      float[] sum,
      int rows,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      float w0,
      float w1,
      float w2,
      float w3) {
    for (int r = 0; r < rows; r++) {
      sum[r] += w0 * x0[r] + w1 * x1[r] + w2 * x2[r] + w3 * x3[r];
    }
  }

  private static void addOne(float[] sum, int rows, float[] x, float w) {
    for (int r = 0; r < rows; r++) {
      sum[r] += w * x[r];
    }
  }

  @Override
  public void scale(float[] sums, int rows, int shift, int low, int high) {
    for (int r = 0; r < rows; r++) {
      sums[r] = Math.max(low, Math.min(high, (int) sums[r] >> shift));
    }
  }
}
