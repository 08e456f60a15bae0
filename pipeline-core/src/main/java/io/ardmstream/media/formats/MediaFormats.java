package io.ardmstream.media.formats;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.failure.Remedy;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.OpaqueInput;
import io.ardmstream.media.array.Fits;
import io.ardmstream.media.array.Npy;
import io.ardmstream.media.array.Npz;
import io.ardmstream.media.bmp.BitmapVariants;
import io.ardmstream.media.bmp.BmpFormat;
import io.ardmstream.media.dicom.Dicom;
import io.ardmstream.media.flac.FlacFormat;
import io.ardmstream.media.jpeg.JpegFormat;
import io.ardmstream.media.pcm.SoundFormat;
import io.ardmstream.media.png.PngColours;
import io.ardmstream.media.png.PngFormat;
import io.ardmstream.media.pnm.NetpbmPictures;
import io.ardmstream.media.pnm.PlainBitmap;
import io.ardmstream.media.pnm.PlainPixels;
import io.ardmstream.media.pnm.PnmFormat;
import io.ardmstream.media.raster.RasterFormat;
import io.ardmstream.media.raw.RawFormat;
import io.ardmstream.media.tiff.Tiff;
import io.ardmstream.media.video.Y4m;
import io.ardmstream.media.wav.WavFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door to this package: any file or record to {@link Media} and back. */
public final class MediaFormats {
  private static final String REMEDY =
      "Give WAV, AIFF, AU, CAF, FLAC, PNG, JPEG, BMP, Netpbm, TIFF, DICOM, NPY, FITS or Y4M,"
          + " declare the shape of raw samples, or have the input kept "
          + Remedy.AS_OPAQUE_BYTES;
  static final MediaFormat RASTER =
      new RasterFormat(
          List.of(
              new NetpbmPictures(),
              new PlainBitmap(),
              new PlainPixels(),
              new BitmapVariants(),
              new Tiff(),
              new Dicom(),
              new Npy(),
              new Npz(),
              new Fits(),
              new Y4m()));
  private static final List<MediaFormat> RECOGNISED =
      List.of(
          new PngFormat(),
          new JpegFormat(),
          new WavFormat(),
          new SoundFormat(),
          new FlacFormat(),
          RASTER,
          new BmpFormat(),
          new PnmFormat(),
          new OpaqueFormat());

  /** All but raw samples, which no first bytes tell. */
  private static final Map<FileFormat, MediaFormat> BY_TYPE = new EnumMap<>(FileFormat.class);

  static {
    RECOGNISED.forEach(format -> BY_TYPE.put(format.type(), format));
  }

  private MediaFormats() {}

  /**
   * Takes a file or record apart.
   *
   * <p>A declared raw shape wins. Otherwise the first bytes tell the format. Valid files whose
   * samples are not understood here (floating point, compressed) and files of other known formats
   * (MP3, video) become opaque bytes, with the reason in the result, unless the options forbid it.
   * Unknown and damaged input becomes opaque bytes only if the options allow it.
   *
   * @param file the bytes; not changed, not kept
   * @param options declared shape, fidelity, limits
   * @throws UnsupportedInputException when the input is unknown, damaged, not of the declared shape
   *     or beyond the limits
   */
  public static Media parse(byte[] file, MediaOptions options) {
    options.limits().checkInput(file.length);
    try {
      Media media = understood(file, options);
      if (media.type() == FileFormat.OPAQUE && options.opaque() == OpaqueInput.NONE) {
        throw new UnsupportedInputException(media.reason(), "whole input", REMEDY);
      }
      return media;
    } catch (UnsupportedInputException refused) {
      if (options.opaque() != OpaqueInput.ANY) {
        throw refused;
      }
      String reason = "%s (%s)".formatted(refused.what(), refused.where());
      return OpaqueFormat.keep(file, reason, options.limits());
    }
  }

  /**
   * Whether two files have the same samples and metadata; not if one of them is refused.
   *
   * @param options how both are taken apart
   */
  public static boolean sameMedia(byte[] one, byte[] other, MediaOptions options) {
    try {
      return parse(one, options).equals(parse(other, options));
    } catch (ArdmException refused) {
      return false;
    }
  }

  /**
   * How many samples a file claims to have, as far as its first bytes tell, and at least one for
   * each byte: what taking it in may cost.
   */
  public static long claimedSamples(byte[] file) {
    return RECOGNISED.stream()
        .filter(format -> format.recognises(file))
        .mapToLong(format -> Math.max(file.length, format.claimedSamples(file)))
        .findFirst()
        .orElse(file.length);
  }

  private static Media understood(byte[] file, MediaOptions options) {
    if (options.raw().isPresent()) {
      return RawFormat.parse(file, options.raw().get(), options.limits());
    }
    for (MediaFormat format : RECOGNISED) {
      if (format.recognises(file)) {
        boolean everyByte = options.fidelity() == Fidelity.BYTES;
        return (everyByte ? format.exact() : format).parse(file, options.limits());
      }
    }
    String name = KeptFormats.nameOf(file).orElseThrow(() -> unknown(file));
    return OpaqueFormat.keep(file, name + " is kept as it is", options.limits());
  }

  private static UnsupportedInputException unknown(byte[] file) {
    String what = file.length == 0 ? "The input is empty" : "The input is of no known media format";
    return new UnsupportedInputException(what, "byte 0", REMEDY);
  }

  /**
   * Puts together what {@link #parse} took apart.
   *
   * @param media as parsed, or rebuilt from an encoded record
   * @return the file, with the fidelity that {@code media} states
   * @throws io.ardmstream.failure.CorruptDataException when the foreign bytes are damaged or do not
   *     fit the layout
   */
  public static byte[] restore(Media media) {
    MediaFormat format = BY_TYPE.get(media.type());
    return format == null ? RawFormat.restore(media) : format.restore(media);
  }

  /** A file with these samples, some of which are wrong; see {@link MediaFormat#restoreDamaged}. */
  public static byte[] restoreDamaged(Media media) {
    MediaFormat format = BY_TYPE.get(media.type());
    return format == null ? RawFormat.restore(media) : format.restoreDamaged(media);
  }

  /**
   * The same picture with the colours of its palette as samples instead of indices, which small
   * pictures may be smaller as. {@link #restore} brings back the same file from either.
   *
   * @param media as parsed
   * @return empty if it has no palette, or one in which colours do not tell what their index was
   */
  public static Optional<Media> inColours(Media media) {
    return media.type() == FileFormat.PNG ? PngColours.of(media) : Optional.empty();
  }
}
