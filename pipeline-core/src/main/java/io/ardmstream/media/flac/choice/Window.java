package io.ardmstream.media.flac.choice;

import java.util.Arrays;

/**
 * Part of a block and the weights of its samples. What usual encoders compute in 32 bits is of 32
 * bits here; apart from such roundings there is only + - * / so that every machine finds the same.
 *
 * @param start the sample that the first weight belongs to
 * @param weights of the samples from there on
 * @param narrow whether weights and products are rounded to 32 bits
 */
record Window(int start, double[] weights, boolean narrow) {

  /** A whole block with edges like a cosine, each {@code share / 2} of the block, as of libFLAC. */
  static Window tukey(int size, float share) {
    double[] weights = flat(size);
    int edge = (int) (share / 2 * size) - 1;
    for (int n = 0; n <= edge && edge > 0; n++) {
      weights[n] = rise(n, edge);
      weights[size - edge - 1 + n] = rise(n + edge, edge);
    }
    return new Window(0, weights, true);
  }

  /** The samples from {@code from} to {@code to}, as shares of the block, and nothing else. */
  static Window partial(int size, float share, float from, float to) {
    int start = (int) (from * size);
    int length = (int) (to * size) - start;
    double[] weights = flat(size);
    Arrays.fill(weights, 0, start, 0);
    edges(weights, start, start + length, (int) (share / 2 * length));
    Arrays.fill(weights, start + length, size, 0);
    return new Window(0, weights, true);
  }

  /** All samples but those from {@code from} to {@code to}. */
  static Window punchedOut(int size, float share, float from, float to) {
    int start = (int) (from * size);
    int end = (int) (to * size);
    double[] weights = flat(size);
    Arrays.fill(weights, start, end, 0);
    edges(weights, 0, start, (int) (share / 2 * start));
    edges(weights, end, size, (int) (share / 2 * (size - end)));
    return new Window(0, weights, true);
  }

  private static void edges(double[] weights, int from, int to, int edge) {
    for (int i = 1; i <= edge; i++) {
      weights[from + i - 1] = rise(i, edge);
      weights[to - i] = rise(i, edge);
    }
  }

  /** The parabolas that FFmpeg takes for a Welch window: low at the edges, lowest in the middle. */
  static Window parabolas(int size) {
    double[] weights = new double[size];
    double offset = 2.0 / (size - 1.0);
    for (int i = 0; i < size / 2; i++) {
      double distance = offset - i - 1.0;
      weights[i] = 1.0 - distance * distance;
      weights[size - 1 - i] = weights[i];
    }
    return new Window(0, weights, false);
  }

  static Window rectangle(int size) {
    return new Window(0, flat(size), true);
  }

  /**
   * One of {@code parts} equal parts of a block, with the edges that this window has.
   *
   * @param part counted from 0
   */
  Window part(int part, int parts) {
    int half = weights.length / parts / 2;
    double[] some = new double[weights.length / parts];
    System.arraycopy(weights, 0, some, 0, half);
    System.arraycopy(weights, weights.length - half, some, half, half);
    return new Window((int) ((long) part * weights.length / parts), some, true);
  }

  private static double[] flat(int size) {
    double[] weights = new double[size];
    Arrays.fill(weights, 1);
    return weights;
  }

  private static float rise(int n, int edge) {
    float angle = (float) (Math.PI * n / edge);
    return 0.5f - 0.5f * (float) Cosine.of(angle);
  }

  /** Sums of products of weighted samples 0, 1, ..., {@code order} apart. */
  double[] autocorrelation(long[] samples, int order) {
    double[] data = weighted(samples);
    double[] sums = new double[order + 1];
    for (int lag = 0; lag <= order; lag++) {
      double sum = narrow ? 0 : 1;
      for (int i = lag; i < data.length; i++) {
        sum += data[i] * data[i - lag];
      }
      sums[lag] = sum;
    }
    return sums;
  }

  /** The same, every product and sum being rounded to 32 bits. */
  double[] narrowAutocorrelation(long[] samples, int order) {
    double[] data = weighted(samples);
    double[] sums = new double[order + 1];
    for (int lag = 0; lag <= order; lag++) {
      float sum = 0;
      for (int i = lag; i < data.length; i++) {
        sum += (float) data[i] * (float) data[i - lag];
      }
      sums[lag] = sum;
    }
    return sums;
  }

  private double[] weighted(long[] samples) {
    double[] data = new double[weights.length];
    for (int i = 0; i < data.length; i++) {
      long sample = samples[start + i];
      data[i] = narrow ? (float) sample * (float) weights[i] : sample * weights[i];
    }
    return data;
  }
}
