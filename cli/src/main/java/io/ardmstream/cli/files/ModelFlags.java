package io.ardmstream.cli.files;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.TypicalBlock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which models to encode with; decoding needs no choice, each record names its model. */
public final class ModelFlags {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Model to encode with, for what it covers: image-best, audio-best, or one of your own;"
              + " small pictures go to NAME-tiny where that is installed. '"
              + TypicalBlock.NO_MODEL
              + "' for the classic coder alone, '"
              + TypicalBlock.TURBO
              + "' for what takes least time.")
  private String name = "";

  @Option(
      names = "--steps",
      paramLabel = "N",
      description =
          "Steps in which an order-agnostic model encodes (default: 100): more make smaller files"
              + " and take more time. Other models have their own number.")
  private Integer steps;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** A codec that encodes as the flags say. */
  public Codec.Builder forEncoding() {
    ModelRegistry models = ModelRegistry.installed();
    Codec.Builder codec = Codec.builder().models(models);
    choice(TypicalBlock.IMAGE, models).ifPresent(codec::imageModel);
    choice(TypicalBlock.AUDIO, models).ifPresent(codec::audioModel);
    steps().ifPresent(codec::steps);
    return codec;
  }

  private OptionalInt steps() {
    if (steps != null && steps < 1) {
      throw new ParameterException(spec.commandLine(), "--steps has to be positive.");
    }
    return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
  }

  /** The settings of the compress job that choose the same models. */
  public Map<String, String> settings() {
    try (ModelRegistry models = ModelRegistry.installed()) {
      Map<String, String> settings = new HashMap<>();
      settings.put("codec.image-model", setting(TypicalBlock.IMAGE, models));
      settings.put("codec.audio-model", setting(TypicalBlock.AUDIO, models));
      steps().ifPresent(count -> settings.put("codec.steps", Integer.toString(count)));
      return settings;
    }
  }

  /** A codec that decodes with every model there is. */
  public static Codec.Builder forDecoding() {
    return Codec.builder().models(ModelRegistry.installed());
  }

  private String setting(TypicalBlock typical, ModelRegistry models) {
    return choice(typical, models).orElse(TypicalBlock.NO_MODEL);
  }

  /** The one name is for whatever it covers; a name that nobody has is complained of later. */
  private Optional<String> choice(TypicalBlock typical, ModelRegistry models) {
    boolean taken = models.byName(name).map(typical::coveredBy).orElse(true);
    return typical.chosen(taken ? name : "", models);
  }
}
