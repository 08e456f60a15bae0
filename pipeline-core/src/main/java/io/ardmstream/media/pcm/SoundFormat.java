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
import java.util.List;
import java.util.Optional;

/** AIFF, AIFF-C, AU, CAF, RF64, BW64, RIFX and W64 with linear samples. */
public final class SoundFormat implements MediaFormat {
  private static final byte[] NOTHING = {};
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
    int instants = data.instants();
    int channels = data.channels();
    limits.checkShape(instants, 1, channels, "byte " + data.start());
    Optional<PcmScale> scale =
        PcmScale.narrowest(data.words(), file, data.start(), instants * channels);
    if (scale.isEmpty()) {
      String reason = "SOUND (" + container + ") with floating-point samples";
      return OpaqueFormat.keep(file, reason, limits);
    }
    int[][] planes = scale.get().read(file, data.start(), channels, instants);
    int bytes = instants * channels * data.words().bytes();
    Wrapping around = Wrapping.around(file, data.start(), bytes);
    byte[] foreign = new PcmForeign(scale.get(), around).pack(NOTHING, NO_TEMPLATES);
    SampleLayout layout =
        SampleLayout.audio(instants, channels, scale.get().depth(), data.words().signed());
    return new Media(FileFormat.SOUND, layout, planes, foreign, Fidelity.BYTES);
  }

  @Override
  public byte[] restore(Media media) {
    ForeignSource source = new ForeignSource(media.foreign());
    return PcmForeign.unpack(source, media.layout(), bytes -> NO_TEMPLATES).restore(media.planes());
  }
}
