package io.ardmstream.media;

import io.ardmstream.api.PublicApi;
import io.ardmstream.failure.UnsupportedInputException;

/**
 * How much one record may claim: its budget of memory and time. A header that claims more is
 * refused before anything is done for it.
 *
 * @param maxInputBytes the longest file, in bytes, at least 0
 * @param maxSamples the most samples in all planes together, at least 0; each takes four bytes of
 *     memory while it is worked on, and two to four more where the file is put together
 * @param samplesPerFileByte the most samples for each byte of a file that is larger when unpacked,
 *     beyond the first {@value #FREE_SAMPLES}; at least 1. A file that claims more is kept as
 *     opaque bytes
 * @param samplesPerContainerByte the most samples for each byte of a container that take work to
 *     decode, see {@code docs/FORMAT.md}; at least 1
 */
@PublicApi
public record Limits(
    long maxInputBytes, long maxSamples, int samplesPerFileByte, int samplesPerContainerByte) {

  /** Samples that every file or container may claim, whatever its length. */
  public static final long FREE_SAMPLES = 1 << 24;

  /** Default of {@link #samplesPerFileByte}. */
  public static final int SAMPLES_PER_FILE_BYTE = 256;

  /** Default of {@link #samplesPerContainerByte}, and the most that an encoder writes. */
  public static final int SAMPLES_PER_CONTAINER_BYTE = 4096;

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
    if (samplesPerFileByte < 1 || samplesPerContainerByte < 1) {
      throw new IllegalArgumentException("less than one sample for each byte");
    }
  }

  /** The default number of samples for each byte. */
  public Limits(long maxInputBytes, long maxSamples) {
    this(maxInputBytes, maxSamples, SAMPLES_PER_FILE_BYTE, SAMPLES_PER_CONTAINER_BYTE);
  }

  /** One gibibyte of input and 2^28 samples. */
  public static Limits defaults() {
    return new Limits(1L << 30, 1L << 28);
  }

  /** For what is known to be harmless, or is not going to be decoded. */
  public static Limits none() {
    return new Limits(Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** The same with another number of samples for each byte of a file. */
  public Limits withSamplesPerFileByte(int samples) {
    return new Limits(maxInputBytes, maxSamples, samples, samplesPerContainerByte);
  }

  /** The same with another number of samples for each byte of a container. */
  public Limits withSamplesPerContainerByte(int samples) {
    return new Limits(maxInputBytes, maxSamples, samplesPerFileByte, samples);
  }

  /** Whether a file of so many bytes may hold so many samples. */
  public boolean allows(long samples, long fileBytes) {
    return samples <= FREE_SAMPLES + samplesPerFileByte * fileBytes;
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
