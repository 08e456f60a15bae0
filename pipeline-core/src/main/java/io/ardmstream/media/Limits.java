package io.ardmstream.media;

import io.ardmstream.failure.UnsupportedInputException;

/**
 * How much one record may claim. A header that claims more is refused before memory is taken for
 * it.
 *
 * @param maxInputBytes the longest file, in bytes, at least 0
 * @param maxSamples the most samples in all planes together, at least 0; each takes four bytes of
 *     memory while it is worked on
 */
public record Limits(long maxInputBytes, long maxSamples) {

  private static final String REMEDY = "Raise the limit if the input is to be trusted.";

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when one is negative
   */
  public Limits {
    if (maxInputBytes < 0 || maxSamples < 0) {
      throw new IllegalArgumentException("negative limit: " + maxInputBytes + ", " + maxSamples);
    }
  }

  /** One gibibyte of input and 2^28 samples. */
  public static Limits defaults() {
    return new Limits(1L << 30, 1L << 28);
  }

  /**
   * Refuses input that is too long.
   *
   * @throws UnsupportedInputException when {@code bytes} is beyond the limit
   */
  public void checkInput(long bytes) {
    if (bytes > maxInputBytes) {
      String what = "Input of " + bytes + " bytes is longer than the limit of " + maxInputBytes;
      throw new UnsupportedInputException(what, "whole input", REMEDY);
    }
  }

  /**
   * Refuses a claimed shape that is too large. The factors may be any numbers, their product need
   * not fit a long.
   *
   * @param width claimed width, not negative
   * @param height claimed height, not negative
   * @param channels claimed channels, not negative
   * @param where the place that claims it
   * @throws UnsupportedInputException when the shape has more samples than the limit, or a plane
   *     more than an array can hold
   */
  public void checkShape(long width, long height, long channels, String where) {
    double samples = (double) width * height * channels;
    boolean fits = (double) width * height <= SampleLayout.MAX_PLANE;
    if (samples > maxSamples || !fits) {
      String what =
          "A shape of %d x %d x %d samples is beyond the limit of %d samples"
              .formatted(channels, width, height, Math.min(maxSamples, SampleLayout.MAX_PLANE));
      throw new UnsupportedInputException(what, where, REMEDY);
    }
  }
}
