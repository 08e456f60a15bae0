package io.ardmstream.media.flac;

import io.ardmstream.media.flac.choice.FlacChoices;
import io.ardmstream.media.flac.choice.FlacChoices.Kind;
import io.ardmstream.media.flac.choice.Rounding;
import io.ardmstream.media.flac.choice.Windows;

/**
 * Passes the coefficients of predictors as differences from those that the likely encoder would
 * have found in the same samples.
 */
final class CoefficientCoder {
  private static final int UNKNOWN = 0;

  private final FlacChoices choices;
  private final boolean encoding;
  private Windows windows = new Windows(0);

  /** The windows of the last two subframes, then the other ones: the order of trying. */
  private final int[] recent = new int[Windows.COUNT];

  private Subframe before = new Subframe();
  private int windowBefore;

  CoefficientCoder(FlacChoices choices, boolean encoding) {
    this.choices = choices;
    this.encoding = encoding;
    before.precision = 14;
    before.shift = 12;
    for (int i = 0; i < recent.length; i++) {
      recent[i] = i + 1;
    }
  }

  /** Passes precision, shift and coefficients, given the samples without their wasted bits. */
  void pass(Subframe subframe, int c, long[] samples) {
    if (windows.size() != samples.length) {
      windows = new Windows(samples.length);
    }
    int order = subframe.order();
    int known = before.precision;
    subframe.precision =
        known + choices.pass(Kind.PRECISION, subframe.precision - known, known, 0, 0);
    FrameCoder.require(subframe.precision >= 1 && subframe.precision <= 15);
    int window = encoding ? likeliest(subframe, samples) : UNKNOWN;
    window = choices.pass(Kind.WINDOW, window, windowBefore, c, recent[1]);
    FrameCoder.require(window >= 0 && window <= Windows.COUNT);
    Rounding rounding = rounding(window, subframe, samples);
    int shift = window == UNKNOWN ? before.shift : rounding.usualShift();
    int apart = window == UNKNOWN ? 0 : 1;
    subframe.shift =
        shift + choices.pass(Kind.SHIFT, subframe.shift - shift, apart, c, before.shift);
    FrameCoder.require(subframe.shift >= 0 && subframe.shift <= 15);
    if (subframe.coefficients.length != order) {
      subframe.coefficients = new int[order];
    }
    coefficients(subframe, rounding, window);
    before = subframe;
    windowBefore = window;
    if (window != UNKNOWN) {
      prefer(window);
    }
  }

  private void coefficients(Subframe subframe, Rounding rounding, int window) {
    int half = 1 << subframe.precision - 1;
    int wrong = 0;
    int difference = 0;
    rounding.begin(subframe.shift);
    for (int i = 0; i < subframe.coefficients.length; i++) {
      int expected = rounding.expect(i);
      int other = i < before.coefficients.length ? magnitude(before.coefficients[i]) : 0;
      int state = window == UNKNOWN ? 15 : Math.min(14, wrong);
      int b = window == UNKNOWN ? i : magnitude(difference);
      int c = window == UNKNOWN ? other : Math.min(i, 8);
      difference = choices.pass(Kind.COEFFICIENT, subframe.coefficients[i] - expected, state, b, c);
      int coefficient = expected + difference;
      FrameCoder.require(coefficient >= -half && coefficient < half);
      subframe.coefficients[i] = coefficient;
      rounding.learn(coefficient);
      wrong = wrong / 2 + 2 * Math.min(3, magnitude(difference));
    }
  }

  private static int magnitude(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(number));
  }

  private Rounding rounding(int window, Subframe subframe, long[] samples) {
    int order = subframe.order();
    double[] weights =
        window == UNKNOWN ? new double[order] : windows.predictor(window, samples, order);
    return new Rounding(weights, subframe.precision);
  }

  /** The window with which coefficients differ least from what they are. */
  private int likeliest(Subframe subframe, long[] samples) {
    int best = UNKNOWN;
    int least = cost(UNKNOWN, subframe, samples);
    for (int i = 0; i < recent.length && least > 0; i++) {
      int cost = cost(recent[i], subframe, samples);
      if (cost < least) {
        least = cost;
        best = recent[i];
      }
    }
    return best;
  }

  /** Bits of the differences, more or less. */
  private int cost(int window, Subframe subframe, long[] samples) {
    Rounding rounding = rounding(window, subframe, samples);
    rounding.begin(subframe.shift);
    int cost = 0;
    for (int i = 0; i < subframe.coefficients.length; i++) {
      cost += 2 * magnitude(subframe.coefficients[i] - rounding.expect(i));
      rounding.learn(subframe.coefficients[i]);
    }
    return cost;
  }

  private void prefer(int window) {
    int at = 0;
    while (recent[at] != window) {
      at++;
    }
    System.arraycopy(recent, 0, recent, 1, at);
    recent[0] = window;
  }
}
