package io.ardmstream.transform.audio.predictor;

/**
 * Loops in the shape that C2 makes vector instructions of: all arrays of a loop are read at the
 * same index.
 */
record PlainPredictorKernel() implements PredictorKernel {

  @Override
  public NormalEquations equations(int order) {
    return new PlainEquations(order);
  }

  @Override
  public float slide(
      float[][] weights, float step, float[][] before, float[][] now, float[] scratch) {
    multiply(weights[0], step, before[0], now[0], scratch);
    for (int s = 1; s < weights.length; s++) {
      addProducts(weights[s], step, before[s], now[s], scratch);
    }
    return total(scratch);
  }

  private static void multiply(
      float[] weights, float step, float[] before, float[] now, float[] products) {
    for (int i = 0; i < weights.length; i++) {
      float weight = weights[i] + step * before[i];
      weights[i] = weight;
      products[i] = weight * now[i];
    }
  }

  private static void addProducts(
      float[] weights, float step, float[] before, float[] now, float[] products) {
    for (int i = 0; i < weights.length; i++) {
      float weight = weights[i] + step * before[i];
      weights[i] = weight;
      products[i] += weight * now[i];
    }
  }

  private static float total(float[] parts) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    for (int i = 0; i < parts.length; i += LANES) {
      s0 += parts[i];
      s1 += parts[i + 1];
      s2 += parts[i + 2];
      s3 += parts[i + 3];
      s4 += parts[i + 4];
      s5 += parts[i + 5];
      s6 += parts[i + 6];
      s7 += parts[i + 7];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }
}
