package io.ardmstream.media.pcm;

import io.ardmstream.media.Fidelity;
import io.ardmstream.media.FileFormat;
import io.ardmstream.media.ForeignSource;
import io.ardmstream.media.Limits;
import io.ardmstream.media.Media;
import io.ardmstream.media.MediaFormat;
import io.ardmstream.media.OpaqueFormat;
import io.ardmstream.media.SampleLayout;
import io.ardmstream.media.Wrapping;
import io.ardmstream.media.raster.RasterFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** AIFF, AIFF-C, AU, CAF, RF64, BW64, RIFX and W64 with linear samples. */
public final class SoundFormat implements MediaFormat {
  private static final byte[] NOTHING = {};

  /** Before the foreign bytes of numbers that are told by patches. */
  private static final byte[] MARK = {64};

  private static final List<Wrapping> NO_TEMPLATES =
      List.of(new Wrapping(SoundDictionary.bytes(), NOTHING));

  @Override
  public FileFormat type() {
    return FileFormat.SOUND;
  }

  @Override
  public boolean recognises(byte[] file) {
    return container(file).isPresent();
  }

  private static Optional<SoundContainer> container(byte[] file) {
    for (SoundContainer container : SoundContainer.values()) {
      if (container.recognises(file)) {
        return Optional.of(container);
      }
    }
    return Optional.empty();
  }

  @Override
  public Media parse(byte[] file, Limits limits) {
    SoundContainer container = container(file).orElseThrow();
    SoundData data = container.read(file);
    if (!data.obstacle().isEmpty()) {
      return OpaqueFormat.keep(file, "SOUND (" + container + ") with " + data.obstacle(), limits);
    }
    int frames = data.frames();
    limits.checkShape(frames, 1, data.channels(), "byte " + data.start());
    return samples(file, data.words(), data.channels(), data.start(), frames);
  }

  /** Samples that stand somewhere in a file, in words of a kind. */
  public static Media samples(byte[] file, PcmWords words, int channels, int start, int frames) {
    OptionalInt padded = PaddedWords.bits(words, file, start, channels, frames);
    if (padded.isPresent()) {
      int bits = padded.getAsInt();
      return RasterFormat.padded(
          FileFormat.SOUND,
          MARK,
          file,
          start,
          words.bytes(),
          bits,
          words.bigEndian(),
          channels,
          frames);
    }
    int count = frames * channels;
    Optional<PcmScale> scale = PcmScale.narrowest(words, file, start, count);
    if (scale.filter(PcmScale::suffices).isEmpty()) {
      return RasterFormat.sound(
          FileFormat.SOUND, MARK, file, start, words.bytes(), words.bigEndian(), channels, frames);
    }
    int[][] planes = scale.get().read(file, start, channels, frames);
    Wrapping around = Wrapping.around(file, start, count * words.bytes());
    byte[] foreign = new PcmForeign(scale.get(), around).pack(NOTHING, NO_TEMPLATES);
    SampleLayout layout = SampleLayout.audio(frames, channels, scale.get().depth(), words.signed());
    return new Media(FileFormat.SOUND, layout, planes, foreign, Fidelity.BYTES);
  }

  @Override
  public byte[] restore(Media media) {
    ForeignSource source = new ForeignSource(media.foreign());
    if (source.remaining() > 0 && media.foreign()[0] == MARK[0]) {
      return RasterFormat.restore(
          media, Arrays.copyOfRange(media.foreign(), 1, media.foreign().length));
    }
    return PcmForeign.unpack(source, media.layout(), bytes -> NO_TEMPLATES).restore(media.planes());
  }
}
