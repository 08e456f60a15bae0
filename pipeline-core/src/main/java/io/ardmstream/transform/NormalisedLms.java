package io.ardmstream.transform;

import java.util.Arrays;

/**
 * A long adaptive filter that predicts the next number of a sequence from the last ones by
 * normalised least mean squares: after each number the weights move along the history, in
 * proportion to the error and against the power.
 *
 * <p>The arithmetic is in {@code float}, whose additions and multiplications are as strict as those
 * of {@code double} and twice as many at a time. Sums run over eight fixed lanes, so the order of
 * additions is part of the format.
 */
final class NormalisedLms {
  private static final int LANES = 8;
  private static final int SLIDE = 4096;
  private static final double POWER_FLOOR = 1;
  private static final double FAST_POWER = 1.0 / 16;

  /** A prediction beyond this (32 times full scale) means that the filter has run away. */
  private static final double RUNAWAY = 1 << 20;

  private final int length;
  private final double rate;
  private final float[] weights;
  private final float[] window;
  private final float[] history;
  private int start;
  private final double slowPower;
  private double powerOfTheMoment;
  private double powerOfTheWindow;
  private double prediction;

  /**
   * @param length number of weights, a multiple of 8
   * @param rate step size, 0 to 1
   */
  NormalisedLms(int length, double rate) {
    if (length % LANES != 0) {
      throw new IllegalArgumentException(length + " weights do not fill " + LANES + " lanes");
    }
    this.length = length;
    this.rate = rate;
    slowPower = 1.0 / length;
    weights = new float[length];
    window = new float[length];
    history = new float[length + SLIDE];
  }

  double predict() {
    System.arraycopy(history, start, window, 0, length);
    double sum = dot(weights, window, length);
    if (!(Math.abs(sum) < RUNAWAY)) {
      Arrays.fill(weights, 0);
      sum = 0;
    }
    prediction = sum;
    return sum;
  }

  /** Takes in what was to be predicted. */
  void learn(double actual) {
    double power = 0.5 * (powerOfTheMoment + powerOfTheWindow);
    double step = rate * (actual - prediction) / (length * power + POWER_FLOOR);
    add(weights, (float) step, window, length);
    powerOfTheMoment += FAST_POWER * (actual * actual - powerOfTheMoment);
    powerOfTheWindow += slowPower * (actual * actual - powerOfTheWindow);
    push((float) actual);
  }

  private void push(float value) {
    if (start == SLIDE) {
      System.arraycopy(history, start, history, 0, length);
      start = 0;
    }
    history[start + length] = value;
    start++;
  }

  // the arrays of the loops below begin at 0: loops with an offset are not vectorised

  private static void add(float[] to, float factor, float[] from, int length) {
    for (int i = 0; i < length; i++) {
      to[i] += factor * from[i];
    }
  }

  private static float dot(float[] a, float[] b, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    for (int i = 0; i < length; i += LANES) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }
}
