package io.ardmstream.cli.files;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.encode.TypicalBlock;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine.Option;

/** Which models to encode with; decoding needs no choice, each record names its model. */
public final class ModelFlags {
  /** The name that stands for no model at all. */
  public static final String NONE = "none";

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Model to encode with, for what it covers: image-best, audio-best, or one of your own;"
              + " small pictures go to NAME-tiny where that is installed. '"
              + NONE
              + "' for the classic coder alone.")
  private String name;

  /** A codec that encodes as the flags say. */
  public Codec.Builder forEncoding() {
    ModelRegistry models = installed();
    Codec.Builder codec = Codec.builder().models(models);
    if (NONE.equals(name)) {
      return codec;
    }
    choice(TypicalBlock.IMAGE, models).ifPresent(codec::imageModel);
    choice(TypicalBlock.AUDIO, models).ifPresent(codec::audioModel);
    return codec;
  }

  /** The settings of the compress job that choose the same models. */
  public Map<String, String> settings() {
    try (ModelRegistry models = installed()) {
      return Map.of(
          "codec.image-model", setting(TypicalBlock.IMAGE, models),
          "codec.audio-model", setting(TypicalBlock.AUDIO, models));
    }
  }

  /** A codec that decodes with every model there is. */
  public static Codec.Builder forDecoding() {
    return Codec.builder().models(installed());
  }

  static ModelRegistry installed() {
    return ServiceLoader.load(ModelRegistry.class).findFirst().orElseGet(ModelRegistry::of);
  }

  private String setting(TypicalBlock typical, ModelRegistry models) {
    return NONE.equals(name) ? NONE : choice(typical, models).orElse(NONE);
  }

  private Optional<String> choice(TypicalBlock typical, ModelRegistry models) {
    if (name != null && models.byName(name).map(typical::coveredBy).orElse(true)) {
      return Optional.of(name);
    }
    return typical.preferred(models);
  }
}
