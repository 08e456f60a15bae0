package io.ardmstream.sql;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.TypicalBlock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

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
    ModelRegistry models =
        ServiceLoader.load(ModelRegistry.class, Codecs.class.getClassLoader())
            .findFirst()
            .orElseGet(ModelRegistry::of);
    Codec.Builder codec = Codec.builder().models(models);
    if (!model.equals(NO_MODEL)) {
      choice(model, TypicalBlock.IMAGE, models).ifPresent(codec::imageModel);
      choice(model, TypicalBlock.AUDIO, models).ifPresent(codec::audioModel);
    }
    try {
      return codec.build();
    } catch (RuntimeException e) {
      models.close();
      throw e;
    }
  }

  /** A name that nobody knows is passed on, and refused by the codec. */
  private static Optional<String> choice(String name, TypicalBlock typical, ModelRegistry models) {
    boolean known = models.available().stream().anyMatch(model -> model.name().equals(name));
    boolean wanted = !name.isEmpty() && (!known || typical.coveredBy(name, models));
    return wanted ? Optional.of(name) : typical.preferred(models);
  }
}
