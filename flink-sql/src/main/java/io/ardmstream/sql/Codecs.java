package io.ardmstream.sql;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.TypicalBlock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codecs of one function, by the model they encode with, made when first asked for. */
final class Codecs implements AutoCloseable {
  /** The model name for the classic coder alone. */
  private static final String NO_MODEL = "none";

  private final Map<String, Codec> byModel = new HashMap<>();

  /** A codec that encodes with the models that suit, and decodes whatever is installed. */
  Codec preferred() {
    return named("");
  }

  /**
   * A codec that encodes with a model, for what it covers.
   *
   * @param model its name; empty: the models that suit; {@code none}: the classic coder alone
   * @throws io.ardmstream.failure.UnknownModelException if it is not installed
   */
  Codec named(String model) {
    return byModel.computeIfAbsent(model, Codecs::open);
  }

  @Override
  public void close() {
    byModel.values().forEach(Codec::close);
    byModel.clear();
  }

  private static Codec open(String model) {
    ModelRegistry models = ModelRegistry.installed(Codecs.class.getClassLoader());
    Codec.Builder codec = Codec.builder().models(models);
    if (!model.equals(NO_MODEL)) {
      List<String> asked = model.isEmpty() ? List.of() : List.of(model);
      TypicalBlock.IMAGE.chosen(asked, models).ifPresent(codec::imageModel);
      TypicalBlock.AUDIO.chosen(asked, models).ifPresent(codec::audioModel);
    }
    try {
      return codec.build();
    } catch (RuntimeException e) {
      models.close();
      throw e;
    }
  }
}
