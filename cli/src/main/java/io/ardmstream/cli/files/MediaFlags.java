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
          "Shape of input without a header, such as s16le,2ch,44100 or u8,3x640x480[,interleaved],"
              + " or of frames such as nv12,1920x1080 or rggb12,4000x3000.")
  private RawDescriptor raw;

  @Option(
      names = "--samples",
      description =
          "Restore of PNG files only the samples and metadata, in other compressed bytes.")
  private boolean samples;

  /** What is the case anyway; scripts ask for it. */
  @Option(names = "--bytes", hidden = true)
  private boolean bytes;

  @Option(
      names = "--opaque",
      description =
          "Keep input of no known format as plain bytes instead of refusing it; backfill always"
              + " does.")
  private boolean opaque;

  public MediaOptions options() {
    MediaOptions options = MediaOptions.defaults();
    if (raw != null) {
      options = options.withRaw(raw);
    }
    if (samples && !bytes) {
      options = options.withFidelity(Fidelity.SAMPLES);
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
