package io.ardmstream.media.raw;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Interleaving;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.Modality;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.SampleFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import io.ardmstream.media.pcm.PcmWords;
import io.ardmstream.media.pcm.SoundFormat;
import io.ardmstream.media.raster.Arrangement;
import io.ardmstream.media.raster.Finding;
import io.ardmstream.media.raster.Raster;
import io.ardmstream.media.raster.RasterFormat;
import io.ardmstream.media.raster.Words;
import io.ardmstream.media.video.CameraFrames;
import java.util.Arrays;

/** Samples without a header, in a declared shape. */
public final class RawFormat {
  private static final byte[] NO_TAIL = {};

  /** Bits of words that often have narrower samples in them. */
  private static final int WIDE = 32;

  private RawFormat() {}

  /**
   * Takes input apart as declared. Audio may end inside a frame, an image has to have exactly the
   * declared size.
   */
  public static Media parse(byte[] file, RawDescriptor descriptor, Limits limits) {
    if (descriptor instanceof RawDescriptor.Frames frames) {
      return CameraFrames.parse(file, frames, limits);
    }
    return descriptor instanceof RawDescriptor.Audio audio
        ? audio(file, audio, limits)
        : image(file, (RawDescriptor.Image) descriptor, limits);
  }

  private static Media audio(byte[] file, RawDescriptor.Audio audio, Limits limits) {
    int frames = file.length / audio.frameBytes();
    limits.checkShape(frames, 1, audio.channels(), "raw descriptor " + audio);
    SampleFormat format = audio.format();
    if (format.bits() >= WIDE) {
      Media words = SoundFormat.samples(file, words(format), audio.channels(), 0, frames);
      if (format.floating() || words.layout().bitDepth() < format.bits()) {
        return words;
      }
    }
    var layout = SampleLayout.audio(frames, audio.channels(), format.bits(), format.signed());
    int[][] planes = new Interleaving(format, audio.channels()).read(file, 0, frames);
    byte[] tail = Arrays.copyOfRange(file, frames * audio.frameBytes(), file.length);
    byte[] foreign = new RawForeign(audio, tail).pack();
    return new Media(FileFormat.RAW_PCM, layout, planes, foreign, Fidelity.BYTES);
  }

  private static Media image(byte[] file, RawDescriptor.Image image, Limits limits) {
    SampleFormat format = image.format();
    String where = "raw descriptor " + image;
    limits.checkShape(image.width(), image.height(), image.channels(), where);
    long bytes = (long) image.width() * image.height() * image.channels() * format.bytes();
    if (bytes != file.length) {
      throw new UnsupportedInputException(
          "The declared shape has " + bytes + " bytes, the input " + file.length,
          where,
          "Declare the shape that the input has.");
    }
    if (format.bytes() > 1) {
      Media narrower = RasterFormat.parse(file, "RAW", raster(file, image), limits);
      if (format.floating() || narrower.layout().bitDepth() < format.bits()) {
        return narrower;
      }
    }
    var layout =
        new SampleLayout(
            Modality.IMAGE,
            image.width(),
            image.height(),
            image.channels(),
            format.bits(),
            format.signed());
    int[][] planes = new int[layout.channels()][layout.planeSize()];
    for (int c = 0; c < planes.length; c++) {
      format.read(file, first(image, c), stride(image), planes[c], 0, planes[c].length);
    }
    byte[] foreign = new RawForeign(image, NO_TAIL).pack();
    return new Media(FileFormat.RAW_IMAGE, layout, planes, foreign, Fidelity.BYTES);
  }

  private static PcmWords words(SampleFormat format) {
    return new PcmWords(format.bytes(), format.floating(), true, format.bigEndian());
  }

  private static Finding raster(byte[] file, RawDescriptor.Image image) {
    SampleFormat format = image.format();
    boolean signed = format.signed() && !format.floating();
    Words words = new Words(format.bigEndian(), signed, format.floating());
    Arrangement pixels =
        Arrangement.dense(
            image.width(), image.height(), image.channels(), format.bits(), !image.interleaved());
    return Finding.of(
        file, new Raster(image.width(), image.height(), image.channels(), words, pixels.at(0, 0)));
  }

  public static byte[] restore(Media media) {
    RawForeign foreign = RawForeign.unpack(media);
    byte[] file = new Wrapping(NO_TAIL, foreign.tail()).fileOf(media.layout().rawBytes());
    if (foreign.descriptor() instanceof RawDescriptor.Audio audio) {
      new Interleaving(audio.format(), audio.channels()).write(media.planes(), file, 0);
      return file;
    }
    var image = (RawDescriptor.Image) foreign.descriptor();
    for (int c = 0; c < media.planes().length; c++) {
      int[] plane = media.planes()[c];
      image.format().write(plane, 0, plane.length, file, first(image, c), stride(image));
    }
    return file;
  }

  private static int first(RawDescriptor.Image image, int channel) {
    int perPlane = image.interleaved() ? 1 : image.width() * image.height();
    return channel * perPlane * image.format().bytes();
  }

  private static int stride(RawDescriptor.Image image) {
    return image.format().bytes() * (image.interleaved() ? image.channels() : 1);
  }
}
