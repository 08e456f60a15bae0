package io.ardmstream.media.wav;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.Interleaving;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.RawDescriptor;
import io.ardmstream.media.SampleFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import io.ardmstream.media.raw.OpaqueFormat;

/**
 * RIFF/WAVE with 1 to 8 channels of integer PCM of up to 32 bits; every other coding stays opaque.
 */
public final class WavFormat implements MediaFormat {
  private static final int MAX_SAMPLE_BYTES = 4;

  @Override
  public FileFormat type() {
    return FileFormat.WAV;
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 8, "WAVE")
        && (Ascii.at(file, 0, "RIFF") || Ascii.at(file, 0, "RIFX") || Ascii.at(file, 0, "RF64"));
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    if (!Ascii.at(file, 0, "RIFF")) {
      return OpaqueFormat.keep(file, "WAV of the " + Ascii.text(file, 0, 4) + " variant", limits);
    }
    WavHeader header = WavHeader.read(file);
    String obstacle = obstacle(header);
    return obstacle.isEmpty()
        ? samples(file, header, limits)
        : OpaqueFormat.keep(file, "WAV with " + obstacle, limits);
  }

  private static String obstacle(WavHeader header) {
    int bytes = header.sampleBytes();
    if (header.tag() != WavHeader.PCM) {
      return coding(header.tag());
    } else if (header.channels() < 1 || header.channels() > RawDescriptor.Audio.MAX_CHANNELS) {
      return header.channels() + " channels, not 1 to 8";
    } else if (bytes < 1 || bytes > MAX_SAMPLE_BYTES) {
      return "samples of " + header.bits() + " bits, not 1 to 32";
    } else if (header.frameBytes() != bytes * header.channels()) {
      return "instants of " + header.frameBytes() + " bytes that its samples do not fill";
    }
    return "";
  }

  private static String coding(int tag) {
    return switch (tag) {
      case 3 -> "floating-point samples";
      case 6 -> "A-law samples";
      case 7 -> "mu-law samples";
      default -> "samples of format tag " + tag;
    };
  }

  private static Media samples(byte[] file, WavHeader header, Limits limits) {
    int frames = header.frames();
    limits.checkShape(frames, 1, header.channels(), "byte " + header.dataStart());
    SampleFormat format = format(header.sampleBytes());
    var layout = SampleLayout.audio(frames, header.channels(), format.bits(), format.signed());
    var interleaving = new Interleaving(format, header.channels());
    int[][] planes = interleaving.read(file, header.dataStart(), frames);
    var wrapping = Wrapping.around(file, header.dataStart(), frames * header.frameBytes());
    byte[] foreign = wrapping.pack(WavTemplates.of(layout));
    return new Media(FileFormat.WAV, layout, planes, foreign, Fidelity.BYTES);
  }

  @Override
  public byte[] restore(Media media) {
    SampleLayout layout = media.layout();
    Wrapping wrapping = Wrapping.unpack(media.foreign(), WavTemplates.of(layout));
    byte[] file = wrapping.fileOf(layout.rawBytes());
    new Interleaving(format(layout.bytesPerSample()), layout.channels())
        .write(media.planes(), file, wrapping.prefix().length);
    return file;
  }

  /** Single bytes are unsigned in WAV, everything wider is signed. */
  private static SampleFormat format(int bytes) {
    return new SampleFormat(8 * bytes, bytes > 1, false);
  }
}
