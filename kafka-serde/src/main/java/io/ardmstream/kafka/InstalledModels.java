package io.ardmstream.kafka;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.TypicalBlock;
import io.ardmstream.failure.UnknownModelException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
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
    ModelRegistry models = models();
    Codec.Builder codec =
        Codec.builder().models(models).limits(config.limits()).verify(config.verify());
    if (!config.models().equals(List.of(ArdmSerdeConfig.NO_MODEL))) {
      choice(config, TypicalBlock.IMAGE, models).ifPresent(codec::imageModel);
      choice(config, TypicalBlock.AUDIO, models).ifPresent(codec::audioModel);
    }
    try {
      return codec.build();
    } catch (UnknownModelException e) {
      models.close();
      throw new ConfigException(ArdmSerdeConfig.MODEL, config.models(), e.getMessage());
    }
  }

  private static ModelRegistry models() {
    ClassLoader ours = InstalledModels.class.getClassLoader();
    return ServiceLoader.load(ModelRegistry.class, ours).findFirst().orElseGet(ModelRegistry::of);
  }

  /** The first that covers it; a name that nobody knows is passed on, and refused by the codec. */
  private static Optional<String> choice(
      ArdmSerdeConfig config, TypicalBlock typical, ModelRegistry models) {
    for (String name : config.models()) {
      boolean known = models.available().stream().anyMatch(model -> model.name().equals(name));
      if (!known || typical.coveredBy(name, models)) {
        return Optional.of(name);
      }
    }
    return typical.chosen("", models);
  }
}
