package io.ardmstream.transform.audio.predictor;

import java.util.Arrays;

/**
 * A long adaptive filter that predicts the next number of a sequence from the last ones by
 * normalised least mean squares: after each number the weights move along the history, in
 * proportion to the error and against the power.
 *
 * <p>The arithmetic is in {@code float}, whose additions and multiplications are as strict as those
 * of {@code double} and twice as many at a time. Filters are cut into segments of at most 256
 * weights; the products of all segments are added up place by place, then the places in eight
 * lanes: the order of additions is part of the format.
 */
final class NormalisedLms {
  private static final int SEGMENT = 256;
  private static final int SLIDE = 4096;
  private static final double POWER_FLOOR = 1;
  private static final double FAST_POWER = 1.0 / 16;

  /** A prediction beyond this (32 times full scale) means that the filter has run away. */
  private static final double RUNAWAY = 1 << 20;

  private final int length;
  private final double rate;
  private final int segment;
  private final float[][] weights;
  private float[][] window;
  private float[][] earlierWindow;
  private final float[] products;
  private final float[] history;
  private int start;
  private final double slowPower;
  private double powerOfTheMoment;
  private double powerOfTheWindow;
  private float step;
  private double prediction;

  /**
   * @param length number of weights, a multiple of 8 below 256, else of 256
   * @param rate step size, 0 to 1
   */
  NormalisedLms(int length, double rate) {
    segment = Math.min(length, SEGMENT);
    if (segment % PredictorKernel.LANES != 0 || length % segment != 0) {
      throw new IllegalArgumentException(length + " weights do not fill their segments");
    }
    this.length = length;
    this.rate = rate;
    slowPower = 1.0 / length;
    weights = new float[length / segment][segment];
    window = new float[length / segment][segment];
    earlierWindow = new float[length / segment][segment];
    products = new float[segment];
    history = new float[length + SLIDE];
  }

  double predict() {
    float[][] before = window;
    window = earlierWindow;
    earlierWindow = before;
    for (int s = 0; s < weights.length; s++) {
      System.arraycopy(history, start + s * segment, window[s], 0, segment);
    }
    double sum = ChosenKernel.now().slide(weights, step, before, window, products);
    if (!(Math.abs(sum) < RUNAWAY)) {
      forget();
      sum = 0;
    }
    prediction = sum;
    return sum;
  }

  /** Takes in what was to be predicted; the weights follow when the next number is predicted. */
  void learn(double actual) {
    double power = 0.5 * (powerOfTheMoment + powerOfTheWindow);
    step = (float) (rate * (actual - prediction) / (length * power + POWER_FLOOR));
    powerOfTheMoment += FAST_POWER * (actual * actual - powerOfTheMoment);
    powerOfTheWindow += slowPower * (actual * actual - powerOfTheWindow);
    push((float) actual);
  }

  private void forget() {
    for (float[] part : weights) {
      Arrays.fill(part, 0);
    }
  }

  private void push(float value) {
    if (start == SLIDE) {
      System.arraycopy(history, start, history, 0, length);
      start = 0;
    }
    history[start + length] = value;
    start++;
    if (start % SEGMENT == 0) {
      ChosenKernel.worked(SEGMENT);
    }
  }
}
