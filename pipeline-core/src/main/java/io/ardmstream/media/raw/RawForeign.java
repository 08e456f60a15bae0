package io.ardmstream.media.raw;

import io.ardmstream.media.ByteSink;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Media;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.SampleFormat;
import io.ardmstream.media.SampleLayout;

/**
 * Foreign bytes of input without a header: flags (1: most significant byte first, 2: interleaved),
 * the rate in hertz as a number if audio, then what follows the last whole frame.
 */
public record RawForeign(RawDescriptor descriptor, byte[] tail) {
  private static final int BIG_ENDIAN = 1;
  private static final int INTERLEAVED = 2;

  byte[] pack() {
    ByteSink sink = new ByteSink();
    int flags = descriptor.format().bigEndian() ? BIG_ENDIAN : 0;
    if (descriptor instanceof RawDescriptor.Audio audio) {
      return sink.u8(flags).varint(audio.rate()).bytes(tail).toBytes();
    }
    boolean interleaved = ((RawDescriptor.Image) descriptor).interleaved();
    return sink.u8(flags | (interleaved ? INTERLEAVED : 0)).toBytes();
  }

  public static RawForeign unpack(Media media) {
    ForeignSource source = new ForeignSource(media.foreign());
    try {
      return switch (media.type()) {
        case RAW_PCM -> audio(media.layout(), source);
        case RAW_IMAGE -> image(media.layout(), source);
        default -> throw new IllegalStateException(media.type() + " has a header of its own");
      };
    } catch (IllegalArgumentException impossible) {
      throw source.corrupt("do not fit " + media.layout());
    }
  }

  private static RawForeign audio(SampleLayout layout, ForeignSource source) {
    SampleFormat format = format(layout, source.u8());
    var audio = new RawDescriptor.Audio(format, layout.channels(), source.varint());
    return new RawForeign(audio, source.rest());
  }

  private static RawForeign image(SampleLayout layout, ForeignSource source) {
    int flags = source.u8();
    boolean interleaved = (flags & INTERLEAVED) != 0;
    var image =
        new RawDescriptor.Image(
            format(layout, flags), layout.channels(), layout.width(), layout.height(), interleaved);
    return new RawForeign(image, source.rest());
  }

  private static SampleFormat format(SampleLayout layout, int flags) {
    return new SampleFormat(layout.bitDepth(), layout.signed(), (flags & BIG_ENDIAN) != 0);
  }
}
