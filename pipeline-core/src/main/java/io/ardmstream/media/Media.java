package io.ardmstream.media;

import java.util.Arrays;
import java.util.Objects;

/**
 * A file taken apart: its samples, and everything else needed to restore it.
 *
 * <p>Planes and foreign bytes are not copied; nobody changes them once they are in here.
 *
 * @param type the format of the file
 * @param layout the shape of the planes; of the same {@link Modality} as the type
 * @param planes one array a channel, a sample at {@code y * width + x}; colours in the order red,
 *     green, blue, alpha
 * @param foreign the bytes of the file that are not samples, packed by its format
 * @param fidelity what restoring brings back
 * @param reason why the samples are opaque bytes although somebody may have expected otherwise;
 *     empty in every other case, and when restored from an encoded record
 */
public record Media(
    FileFormat type,
    SampleLayout layout,
    int[][] planes,
    byte[] foreign,
    Fidelity fidelity,
    String reason) {

  /**
   * Checks that the planes have the shape of the layout; that every sample is in range is left to
   * whoever made them.
   *
   * @throws IllegalArgumentException when they have not, or when type and layout differ in kind
   */
  public Media {
    Objects.requireNonNull(foreign, "foreign");
    Objects.requireNonNull(fidelity, "fidelity");
    Objects.requireNonNull(reason, "reason");
    if (type.kind() != layout.kind()) {
      throw new IllegalArgumentException(type + " does not hold " + layout.kind());
    }
    if (planes.length != layout.channels()) {
      throw new IllegalArgumentException(planes.length + " planes for " + layout);
    }
    for (int[] plane : planes) {
      if (plane.length != layout.planeSize()) {
        throw new IllegalArgumentException(plane.length + " samples in a plane of " + layout);
      }
    }
  }

  /** A file whose samples are understood, or opaque bytes that need no explanation. */
  public Media(
      FileFormat type, SampleLayout layout, int[][] planes, byte[] foreign, Fidelity fidelity) {
    this(type, layout, planes, foreign, fidelity, "");
  }

  /**
   * The same picture told by other samples, which are unsigned.
   *
   * @param depth bits of a sample
   * @param others as many planes of the same size
   * @param told the foreign bytes that go with them
   */
  public Media inSamples(int depth, int[][] others, byte[] told) {
    SampleLayout other =
        SampleLayout.image(layout.width(), layout.height(), layout.channels(), depth);
    return new Media(type, other, others, told, fidelity);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Media media
        && type == media.type
        && layout.equals(media.layout)
        && fidelity == media.fidelity
        && reason.equals(media.reason)
        && Arrays.equals(foreign, media.foreign)
        && Arrays.deepEquals(planes, media.planes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        type, layout, fidelity, reason, Arrays.hashCode(foreign), Arrays.deepHashCode(planes));
  }

  @Override
  public String toString() {
    return type + " " + layout + ", " + foreign.length + " foreign bytes, restores " + fidelity;
  }
}
