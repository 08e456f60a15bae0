package io.ardmstream.kafka;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.TypicalBlock;
import io.ardmstream.failure.UnknownModelException;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** Opens codecs with the models that are on the class path. */
final class InstalledModels {
  private InstalledModels() {}

  /**
   * A codec for a client.
   *
   * @throws ConfigException if a model is not installed
   */
  static Codec codec(ArdmSerdeConfig config) {
    ModelRegistry models = ModelRegistry.installed(InstalledModels.class.getClassLoader());
    Codec.Builder codec =
        Codec.builder().models(models).limits(config.limits()).verify(config.verify());
    if (!config.models().equals(List.of(ArdmSerdeConfig.NO_MODEL))) {
      TypicalBlock.IMAGE.chosen(config.models(), models).ifPresent(codec::imageModel);
      TypicalBlock.AUDIO.chosen(config.models(), models).ifPresent(codec::audioModel);
    }
    try {
      return codec.build();
    } catch (UnknownModelException e) {
      models.close();
      throw new ConfigException(ArdmSerdeConfig.MODEL, config.models(), e.getMessage());
    }
  }
}
