package io.ardmstream.jobs.bundle;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.TypicalBlock;
import io.ardmstream.failure.UnknownModelException;
import io.ardmstream.media.Limits;
import org.apache.flink.runtime.execution.SuppressRestartsException;

/** Opens codecs with the models that are on the class path, if there are any. */
public final class InstalledCodec {

  private InstalledCodec() {}

  public static Codec forEncoding(CodecSettings settings) {
    ModelRegistry models = ModelRegistry.installed().withEngine(settings.engine());
    Codec.Builder codec =
        Codec.builder().models(models).steps(settings.steps()).verify(settings.verify());
    TypicalBlock.IMAGE.chosen(settings.imageModel(), models).ifPresent(codec::imageModel);
    TypicalBlock.AUDIO.chosen(settings.audioModel(), models).ifPresent(codec::audioModel);
    try {
      return codec.build();
    } catch (UnknownModelException misconfigured) {
      models.close();
      // Starting again would end in the same way, for ever.
      throw new SuppressRestartsException(misconfigured);
    }
  }

  public static Codec forDecoding(String engine, Limits limits) {
    ModelRegistry models = ModelRegistry.installed().withEngine(engine);
    return Codec.builder().models(models).limits(limits).build();
  }
}
