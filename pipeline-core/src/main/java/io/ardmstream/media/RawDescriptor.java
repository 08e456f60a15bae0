package io.ardmstream.media;

import io.ardmstream.api.PublicApi;
import java.util.Locale;

/**
 * The declared shape of samples that come without a header.
 *
 * <p>As text, without spaces, upper and lower case alike:
 *
 * <pre>
 * descriptor = format "," ( audio | image ) | pixels "," width "x" height
 * format     = "u8" | "s8" | ( "u16" | "s16" | "u24" | "s24" | "s32" | padded | "f32" | "f64" ) ( "le" | "be" )
 * padded     = "s16in32" | "s20in32" | "s24in32"                    at either end of 32 bits, like "s32"
 * audio      = channels "ch" [ "," rate ]                           channels 1 to 255, rate in hertz
 * image      = [ channels "x" ] width "x" height [ "," order ]      channels 1 to 255
 * order      = "planar" | "interleaved"                             planar unless said otherwise
 * pixels     = "i420" | "yv12" | "nv12" | "nv21" | "i422" | "nv16" | "yuyv" | "yuy2" | "yvyu" | "uyvy" | "i444"
 *            | "p010" | mosaic ( "8" | ( "10" | "12" | "14" | "16" ) [ "le" | "be" ] )
 * mosaic     = "bggr" | "gbrg" | "grbg" | "rggb"                    little-endian unless said otherwise
 * </pre>
 *
 * <p>For example {@code s16le,2ch,44100} is interleaved stereo, {@code u8,3x640x480} three planes
 * of 640 columns and 480 rows one after the other, {@code u8,3x640x480,interleaved} pixel by pixel.
 */
@PublicApi
public sealed interface RawDescriptor {

  /** How each sample is written. */
  SampleFormat format();

  /** Number of planes of samples. */
  int channels();

  /**
   * Interleaved PCM.
   *
   * @param format how each sample is written
   * @param channels 1 to 255
   * @param rate frames a second, or 0 if not known
   */
  record Audio(SampleFormat format, int channels, int rate) implements RawDescriptor {
    /** The most channels of audio. */
    public static final int MAX_CHANNELS = SampleLayout.MAX_CHANNELS;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a component is out of its range
     */
    public Audio {
      if (rate < 0) {
        throw new IllegalArgumentException("a rate is not below 0: " + rate);
      }
      if (channels < 1 || channels > MAX_CHANNELS) {
        throw new IllegalArgumentException("audio has 1 to 255 channels, not " + channels);
      }
    }

    /** Bytes of one frame. */
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
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException("no such image: " + width + "x" + height);
      }
      if (channels < 1 || channels > SampleLayout.MAX_CHANNELS) {
        throw new IllegalArgumentException("an image has 1 to 255 channels, not " + channels);
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
   * Frames of video or of a sensor with a colour mosaic, any number one after the other.
   *
   * @param pixels how samples follow one another
   * @param format how each sample is written: unsigned, of 8 or 16 bits
   * @param bits of a sample that are used, at the most or the least significant end
   * @param width columns, at least 1
   * @param height rows, at least 1
   */
  record Frames(Pixels pixels, SampleFormat format, int bits, int width, int height)
      implements RawDescriptor {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a component is out of its range
     */
    public Frames {
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException("no such frame: " + width + "x" + height);
      }
    }

    @Override
    public int channels() {
      return pixels == Pixels.I444 ? 3 : 1;
    }

    /** The text that {@link RawDescriptor#parse} reads. */
    @Override
    public String toString() {
      String order = bits == 8 || !pixels.isMosaic() ? "" : format.bigEndian() ? "be" : "le";
      String name = pixels.name().toLowerCase(Locale.ROOT);
      return name + (pixels.isMosaic() ? bits + order : "") + "," + width + "x" + height;
    }
  }

  /** Ways in which the samples of frames follow one another. */
  enum Pixels {
    /** Planes of luma and of two chromas, of half the columns and half the rows. */
    I420,
    /** The same, the second chroma first. */
    YV12,
    /** A plane of luma, and one of both chromas in turn, of half the columns and half the rows. */
    NV12,
    /** The same, the second chroma first. */
    NV21,
    /** Planes of luma and of two chromas, of half the columns. */
    I422,
    /** A plane of luma, and one of both chromas in turn, of half the columns. */
    NV16,
    /** Luma, first chroma, luma, second chroma, and so on. */
    YUYV,
    /** Luma, second chroma, luma, first chroma, and so on. */
    YVYU,
    /** First chroma, luma, second chroma, luma, and so on. */
    UYVY,
    /** Three planes of the same size. */
    I444,
    /** Like {@link #NV12}, 10 bits at the top of 16. */
    P010,
    /** A mosaic: blue and green in the first row, green and red in the second. */
    BGGR,
    /** A mosaic: green and blue, red and green. */
    GBRG,
    /** A mosaic: green and red, blue and green. */
    GRBG,
    /** A mosaic: red and green, green and blue. */
    RGGB;

    /** Whether it is a mosaic of colours. */
    public boolean isMosaic() {
      return ordinal() >= BGGR.ordinal();
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
}
