package io.ardmstream.media.wav;

import io.ardmstream.media.Ascii;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Interleaving;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.SampleFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import io.ardmstream.media.pcm.PaddedWords;
import io.ardmstream.media.pcm.PcmForeign;
import io.ardmstream.media.pcm.PcmScale;
import io.ardmstream.media.pcm.PcmWords;
import io.ardmstream.media.raster.RasterFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * RIFF/WAVE with integer PCM of up to 32 bits, or with floating-point numbers that are integers
 * times a power of two; every other coding stays opaque.
 *
 * <p>Words that are wider than what is in them become narrower samples. Foreign bytes then begin
 * with {@value #SCALED}, and say how words come from samples.
 */
public final class WavFormat implements MediaFormat {
  private static final int SCALED = 255;

  /** Before the foreign bytes of numbers that are told by patches. */
  private static final byte[] MARK = {(byte) 254};

  private static final int FLOATING = 3;
  private static final int MAX_SAMPLE_BYTES = 4;

  @Override
  public FileFormat type() {
    return FileFormat.WAV;
  }

  @Override
  public boolean recognises(byte[] file) {
    return Ascii.at(file, 0, "RIFF") && Ascii.at(file, 8, "WAVE");
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    WavHeader header = WavHeader.read(file);
    String obstacle = obstacle(header);
    return obstacle.isEmpty()
        ? samples(file, header, limits)
        : OpaqueFormat.keep(file, "WAV with " + obstacle, limits);
  }

  private static String obstacle(WavHeader header) {
    int bytes = header.sampleBytes();
    boolean floating = header.tag() == FLOATING;
    if (header.tag() != WavHeader.PCM && !floating) {
      return coding(header.tag());
    } else if (header.channels() < 1 || header.channels() > SampleLayout.MAX_CHANNELS) {
      return header.channels() + " channels, not 1 to 255";
    } else if (floating && !PcmWords.floating(bytes, false).sound()) {
      return "floating-point samples of " + header.bits() + " bits";
    } else if (!floating && (bytes < 1 || bytes > MAX_SAMPLE_BYTES)) {
      return "samples of " + header.bits() + " bits, not 1 to 32";
    } else if (header.frameBytes() != bytes * header.channels()) {
      return "frames of " + header.frameBytes() + " bytes that its samples do not fill";
    }
    return "";
  }

  private static String coding(int tag) {
    return switch (tag) {
      case 6 -> "A-law samples";
      case 7 -> "mu-law samples";
      default -> "samples of format tag " + tag;
    };
  }

  private static Media samples(byte[] file, WavHeader header, Limits limits) {
    int frames = header.frames();
    int channels = header.channels();
    limits.checkShape(frames, 1, channels, "byte " + header.dataStart());
    int bytes = header.sampleBytes();
    boolean floating = header.tag() == FLOATING;
    if (floating || bytes == MAX_SAMPLE_BYTES) {
      PcmWords words = floating ? PcmWords.floating(bytes, false) : PcmWords.ofWav(bytes, false);
      int start = header.dataStart();
      OptionalInt padded = PaddedWords.bits(words, file, start, channels, frames);
      if (padded.isPresent()) {
        int bits = padded.getAsInt();
        return RasterFormat.padded(
            FileFormat.WAV, MARK, file, start, bytes, bits, false, channels, frames);
      }
      Optional<PcmScale> scale = PcmScale.narrowest(words, file, start, frames * channels);
      if (scale.filter(PcmScale::suffices).isEmpty()) {
        return RasterFormat.sound(
            FileFormat.WAV, MARK, file, start, bytes, false, channels, frames);
      } else if (scale.get().gains()) {
        return scaled(file, header, scale.get());
      }
    }
    SampleFormat format = format(bytes);
    var layout = SampleLayout.audio(frames, channels, format.bits(), format.signed());
    int[][] planes = new Interleaving(format, channels).read(file, header.dataStart(), frames);
    var wrapping = Wrapping.around(file, header.dataStart(), frames * header.frameBytes());
    byte[] foreign = wrapping.pack(WavTemplates.of(layout));
    return new Media(FileFormat.WAV, layout, planes, foreign, Fidelity.BYTES);
  }

  private static Media scaled(byte[] file, WavHeader header, PcmScale scale) {
    int frames = header.frames();
    var layout = SampleLayout.audio(frames, header.channels(), scale.depth(), true);
    int[][] planes = scale.read(file, header.dataStart(), header.channels(), frames);
    var wrapping = Wrapping.around(file, header.dataStart(), frames * header.frameBytes());
    List<Wrapping> templates = templates(layout, header.sampleBytes());
    byte[] foreign = new PcmForeign(scale, wrapping).pack(new byte[] {(byte) SCALED}, templates);
    return new Media(FileFormat.WAV, layout, planes, foreign, Fidelity.BYTES);
  }

  /** Of a file whose words have that many bytes. */
  private static List<Wrapping> templates(SampleLayout layout, int bytes) {
    return WavTemplates.of(layout.channels(), layout.width(), bytes);
  }

  @Override
  public byte[] restore(Media media) {
    SampleLayout layout = media.layout();
    ForeignSource source = new ForeignSource(media.foreign());
    int first = source.remaining() > 0 ? source.u8() : 0;
    if (first == (MARK[0] & 0xFF)) {
      return RasterFormat.restore(media, source.rest());
    } else if (first == SCALED) {
      return PcmForeign.unpack(source, layout, bytes -> templates(layout, bytes))
          .restore(media.planes());
    }
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
