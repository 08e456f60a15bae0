package io.ardmstream.jobs.bundle;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.TypicalBlock;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.media.Limits;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** Opens codecs with the models that are on the class path, if there are any. */
public final class InstalledCodec {

  private InstalledCodec() {}

  public static Codec forEncoding(CodecSettings settings) {
    ModelRegistry models = models();
    Codec.Builder codec = Codec.builder().models(models).verify(settings.verify());
    chosen(settings.imageModel(), TypicalBlock.IMAGE, models).ifPresent(codec::imageModel);
    chosen(settings.audioModel(), TypicalBlock.AUDIO, models).ifPresent(codec::audioModel);
    try {
      return codec.build();
    } catch (UnknownModelException misconfigured) {
      models.close();
      // Starting again would end in the same way, for ever.
      throw new SuppressRestartsException(misconfigured);
    }
  }

  public static Codec forDecoding(Limits limits) {
    return Codec.builder().models(models()).limits(limits).build();
  }

  static ModelRegistry models() {
    return ServiceLoader.load(ModelRegistry.class).findFirst().orElseGet(ModelRegistry::of);
  }

  private static Optional<String> chosen(String name, TypicalBlock typical, ModelRegistry models) {
    if (!name.isEmpty()) {
      return Optional.of(name).filter(given -> !given.equals(CodecSettings.NO_MODEL));
    }
    return typical.preferred(models);
  }
}
