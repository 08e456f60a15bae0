package io.ardmstream.cli;

import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.media.MediaKind;
import java.util.Optional;
import java.util.ServiceLoader;
import picocli.CommandLine.Option;

/** Which models to encode with; decoding needs no choice, each record names its model. */
final class ModelFlags {
  /** The name that stands for no model at all. */
  static final String NONE = "none";

  private static final BlockLayout TYPICAL_IMAGE =
      new BlockLayout(MediaKind.IMAGE, 64, 64, 3, 8, false);
  private static final BlockLayout TYPICAL_AUDIO =
      new BlockLayout(MediaKind.AUDIO, 4096, 1, 2, 16, true);

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "Model to encode with, for what it covers; '" + NONE + "' for the classic coder alone.")
  private String name;

  /** A codec that encodes as the flags say. */
  Codec.Builder forEncoding() {
    ModelRegistry models = installed();
    Codec.Builder codec = Codec.builder().models(models);
    if (NONE.equals(name)) {
      return codec;
    }
    choice(TYPICAL_IMAGE, models).ifPresent(codec::imageModel);
    choice(TYPICAL_AUDIO, models).ifPresent(codec::audioModel);
    return codec;
  }

  /** A codec that decodes with every model there is. */
  static Codec.Builder forDecoding() {
    return Codec.builder().models(installed());
  }

  static ModelRegistry installed() {
    return ServiceLoader.load(ModelRegistry.class).findFirst().orElseGet(ModelRegistry::of);
  }

  private Optional<String> choice(BlockLayout typical, ModelRegistry models) {
    if (name != null && (models.byName(name).isEmpty() || covers(name, typical, models))) {
      return Optional.of(name);
    }
    return models.available().stream()
        .map(ModelId::name)
        .filter(known -> covers(known, typical, models))
        .findFirst();
  }

  private static boolean covers(String name, BlockLayout typical, ModelRegistry models) {
    Optional<BlockModel> model = models.byName(name);
    return model.isPresent() && model.get().covers(typical);
  }
}
