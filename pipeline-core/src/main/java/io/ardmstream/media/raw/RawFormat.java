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
import java.util.Arrays;

/** Samples without a header, in a declared shape. */
public final class RawFormat {
  private static final byte[] NO_TAIL = {};

  private RawFormat() {}

  /**
   * Takes input apart as declared. Audio may end inside an instant, an image has to have exactly
   * the declared size.
   */
  public static Media parse(byte[] file, RawDescriptor descriptor, Limits limits) {
    return descriptor instanceof RawDescriptor.Audio audio
        ? audio(file, audio, limits)
        : image(file, (RawDescriptor.Image) descriptor, limits);
  }

  private static Media audio(byte[] file, RawDescriptor.Audio audio, Limits limits) {
    int instants = file.length / audio.frameBytes();
    limits.checkShape(instants, 1, audio.channels(), "raw descriptor " + audio);
    SampleFormat format = audio.format();
    var layout = SampleLayout.audio(instants, audio.channels(), format.bits(), format.signed());
    int[][] planes = new Interleaving(format, audio.channels()).read(file, 0, instants);
    byte[] tail = Arrays.copyOfRange(file, instants * audio.frameBytes(), file.length);
    byte[] foreign = new RawForeign(audio, tail).pack();
    return new Media(FileFormat.RAW_PCM, layout, planes, foreign, Fidelity.BYTES);
  }

  private static Media image(byte[] file, RawDescriptor.Image image, Limits limits) {
    SampleFormat format = image.format();
    String where = "raw descriptor " + image;
    limits.checkShape(image.width(), image.height(), image.channels(), where);
    var layout =
        new SampleLayout(
            Modality.IMAGE,
            image.width(),
            image.height(),
            image.channels(),
            format.bits(),
            format.signed());
    if (layout.rawBytes() != file.length) {
      throw new UnsupportedInputException(
          "The declared shape has " + layout.rawBytes() + " bytes, the input " + file.length,
          where,
          "Declare the shape that the input has.");
    }
    int[][] planes = new int[layout.channels()][layout.planeSize()];
    for (int c = 0; c < planes.length; c++) {
      format.read(file, first(image, c), stride(image), planes[c], 0, planes[c].length);
    }
    byte[] foreign = new RawForeign(image, NO_TAIL).pack();
    return new Media(FileFormat.RAW_IMAGE, layout, planes, foreign, Fidelity.BYTES);
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
