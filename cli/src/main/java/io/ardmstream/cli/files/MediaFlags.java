package io.ardmstream.cli.files;

import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.media.RawDescriptor;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Flags that say how to take input apart. */
public final class MediaFlags {
  @Option(
      names = "--raw",
      paramLabel = "SHAPE",
      converter = Descriptor.class,
      description =
          "Shape of input without a header, such as s16le,2ch,44100 or u8,3x640x480[,interleaved].")
  private RawDescriptor raw;

  @Option(
      names = "--bytes",
      description = "Restore PNG files byte for byte too, instead of their samples and metadata.")
  private boolean bytes;

  @Option(
      names = "--opaque",
      description = "Keep input of no known format as plain bytes instead of refusing it.")
  private boolean opaque;

  public MediaOptions options() {
    MediaOptions options = MediaOptions.defaults();
    if (raw != null) {
      options = options.withRaw(raw);
    }
    if (bytes) {
      options = options.withFidelity(Fidelity.BYTES);
    }
    return opaque ? options.withOpaqueAllowed() : options;
  }

  /** A shape that makes no sense is wrong usage. */
  static final class Descriptor implements ITypeConverter<RawDescriptor> {
    @Override
    public RawDescriptor convert(String text) {
      try {
        return RawDescriptor.parse(text);
      } catch (UnsupportedInputException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
