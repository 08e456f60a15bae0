package io.ardmstream.media;

import io.ardmstream.api.PublicApi;
import java.util.Objects;

/**
 * The shape of planes of samples.
 *
 * @param kind what the samples are
 * @param width pixels a row, frames of audio, or opaque bytes; at least 1 for images, else 0
 * @param height rows; 1 unless an image
 * @param channels number of planes, 1 to {@value #MAX_CHANNELS}
 * @param bitDepth significant bits a sample, 1 to 32; at most 31 when unsigned
 * @param signed whether samples range over [-2^(bitDepth-1), 2^(bitDepth-1)) instead of [0,
 *     2^bitDepth)
 */
@PublicApi
public record SampleLayout(
    Modality kind, int width, int height, int channels, int bitDepth, boolean signed)
    implements SampleShape {

  /** The most planes a layout can have. */
  public static final int MAX_CHANNELS = 255;

  /** The most samples a plane can have: what a Java array holds. */
  public static final int MAX_PLANE = Integer.MAX_VALUE - 8;

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException when a component is out of its range
   */
  public SampleLayout {
    Objects.requireNonNull(kind, "kind");
    int least = kind == Modality.IMAGE ? 1 : 0;
    require(width >= least, "width", width);
    require(height >= 1 && (height == 1 || kind == Modality.IMAGE), "height", height);
    require((long) width * height <= MAX_PLANE, "width with this height", width);
    require(channels >= 1 && channels <= MAX_CHANNELS, "channels", channels);
    require(bitDepth >= 1 && bitDepth <= (signed ? 32 : 31), "bitDepth", bitDepth);
  }

  /** A layout of {@code width} by {@code height} unsigned pixels. */
  public static SampleLayout image(int width, int height, int channels, int bitDepth) {
    return new SampleLayout(Modality.IMAGE, width, height, channels, bitDepth, false);
  }

  /** A layout of {@code frames} samples a channel. */
  public static SampleLayout audio(int frames, int channels, int bitDepth, boolean signed) {
    return new SampleLayout(Modality.AUDIO, frames, 1, channels, bitDepth, signed);
  }

  /** A layout of {@code length} bytes that nobody understands. */
  public static SampleLayout opaque(int length) {
    return new SampleLayout(Modality.OPAQUE, length, 1, 1, 8, false);
  }

  /** Whether both are sound of the same kind of samples, however long. */
  public boolean isLikeSound(SampleLayout other) {
    return kind == Modality.AUDIO && other.equals(audio(other.width, channels, bitDepth, signed));
  }

  /** Whole bytes that hold one sample: 1 to 4. */
  public int bytesPerSample() {
    return (bitDepth + 7) / 8;
  }

  /**
   * Bytes of the samples alone, without header or padding: the measure that ratios are made with.
   */
  public long rawBytes() {
    return samples() * bytesPerSample();
  }

  private static void require(boolean holds, String component, int value) {
    if (!holds) {
      throw new IllegalArgumentException(component + " out of range: " + value);
    }
  }
}
