package io.ardmstream.media;

import io.ardmstream.media.raw.RawForeign;

/**
 * The declared shape of samples that come without a header.
 *
 * <p>As text, without spaces, upper and lower case alike:
 *
 * <pre>
 * descriptor = format "," ( audio | image )
 * format     = "u8" | "s8" | ( "u16" | "s16" | "u24" | "s24" | "s32" ) ( "le" | "be" )
 * audio      = channels "ch" [ "," rate ]                           channels 1 to 8, rate in hertz
 * image      = [ channels "x" ] width "x" height [ "," order ]      channels 1 to 255
 * order      = "planar" | "interleaved"                             planar unless said otherwise
 * </pre>
 *
 * <p>For example {@code s16le,2ch,44100} is interleaved stereo, {@code u8,3x640x480} three planes
 * of 640 columns and 480 rows one after the other, {@code u8,3x640x480,interleaved} pixel by pixel.
 */
public sealed interface RawDescriptor {

  /** How each sample is written. */
  SampleFormat format();

  /** Number of planes of samples. */
  int channels();

  /**
   * Interleaved PCM.
   *
   * @param format how each sample is written
   * @param channels 1 to 8
   * @param rate instants a second, or 0 if not known
   */
  record Audio(SampleFormat format, int channels, int rate) implements RawDescriptor {
    /** The most channels of audio. */
    public static final int MAX_CHANNELS = 8;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a component is out of its range
     */
    public Audio {
      if (channels < 1 || channels > MAX_CHANNELS || rate < 0) {
        throw new IllegalArgumentException("no such audio: " + channels + " channels at " + rate);
      }
    }

    /** Bytes of one instant. */
    public int frameBytes() {
      return format.bytes() * channels;
    }

    /** The text that {@link RawDescriptor#parse} reads. */
    @Override
    public String toString() {
      return format + "," + channels + "ch" + (rate == 0 ? "" : "," + rate);
    }
  }

  /**
   * Pixels.
   *
   * @param format how each sample is written
   * @param channels 1 to 255
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param interleaved pixel by pixel, or else plane by plane
   */
  record Image(SampleFormat format, int channels, int width, int height, boolean interleaved)
      implements RawDescriptor {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a component is out of its range
     */
    public Image {
      if (channels < 1 || channels > SampleLayout.MAX_CHANNELS || width < 1 || height < 1) {
        throw new IllegalArgumentException(
            "no such image: " + channels + "x" + width + "x" + height);
      }
    }

    /** The text that {@link RawDescriptor#parse} reads. */
    @Override
    public String toString() {
      String shape = channels + "x" + width + "x" + height;
      return format + "," + shape + (interleaved ? ",interleaved" : "");
    }
  }

  /**
   * Reads the text of a descriptor.
   *
   * @param text a descriptor in the grammar above
   * @throws io.ardmstream.failure.UnsupportedInputException when it is none
   */
  static RawDescriptor parse(String text) {
    return DescriptorText.parse(text);
  }

  /**
   * The descriptor with which the bytes of {@code media} were, or are to be, read.
   *
   * @param media of type {@link FileFormat#RAW_PCM} or {@link FileFormat#RAW_IMAGE}
   * @throws IllegalStateException when it is of another type
   * @throws io.ardmstream.failure.CorruptDataException when its foreign bytes are damaged
   */
  static RawDescriptor of(Media media) {
    return RawForeign.unpack(media).descriptor();
  }
}
