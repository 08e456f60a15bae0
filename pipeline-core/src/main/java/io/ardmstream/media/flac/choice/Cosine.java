package io.ardmstream.media.flac.choice;

/** The cosine of numbers from 0 to 2 pi by its power series, the same on every machine. */
final class Cosine {
  private static final int TERMS = 11;

  private Cosine() {}

  static double of(double x) {
    double folded = x > Math.PI ? 2 * Math.PI - x : x;
    return folded > Math.PI / 2 ? -series(Math.PI - folded) : series(folded);
  }

  private static double series(double x) {
    double square = x * x;
    double sum = 1;
    for (int n = TERMS; n > 0; n--) {
      sum = 1 - square * sum / ((2 * n - 1) * (2 * n));
    }
    return sum;
  }
}
