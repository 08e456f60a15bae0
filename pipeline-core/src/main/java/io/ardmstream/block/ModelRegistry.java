package io.ardmstream.block;

import io.ardmstream.api.PublicApi;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The models at hand. It opens them when first asked for and owns them: callers never close a model
 * they got from here.
 */
@PublicApi
public interface ModelRegistry extends AutoCloseable {

  /** All models that can be opened, the preferred ones first. */
  List<ModelId> available();

  /**
   * Name of the model to encode with where none was asked for: the first available one that covers
   * blocks of this shape. No model is opened to tell.
   */
  Optional<String> preferredFor(BlockLayout layout);

  /** Whether a model of this name codes blocks of this shape; none is opened to tell. */
  boolean covers(String name, BlockLayout layout);

  /** The newest version of a model. */
  Optional<BlockModel> byName(String name);

  /**
   * The model that encoded records refer to.
   *
   * @param digestPrefix the first hexadecimal digits of its digest, at least 12
   */
  Optional<BlockModel> byDigest(String digestPrefix);

  /**
   * The same models with their networks evaluated by another engine; none of them is open yet. A
   * registry of models that are open already stays as it is.
   *
   * @param name of the engine: {@code auto}, {@code java} or another one that is installed
   * @throws IllegalArgumentException if there is no such engine; the message names those there are
   */
  default ModelRegistry withEngine(String name) {
    return this;
  }

  /** Closes every model that was opened. */
  @Override
  void close();

  /** The models on the class path, as its registry knows them; none where there is no registry. */
  static ModelRegistry installed() {
    return installed(Thread.currentThread().getContextClassLoader());
  }

  /**
   * The same on another class path.
   *
   * @param loader of those who are loaded apart from the program, as plug-ins are
   * @throws java.io.UncheckedIOException if a bundle is damaged; the message names its folder
   */
  static ModelRegistry installed(ClassLoader loader) {
    try {
      return ServiceLoader.load(ModelRegistry.class, loader)
          .findFirst()
          .orElseGet(ModelRegistry::of);
    } catch (ServiceConfigurationError failed) {
      // as an error it would end the program with a stack trace
      if (failed.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw failed;
    }
  }

  /** A registry of models that are open already. */
  static ModelRegistry of(BlockModel... models) {
    return new OpenModels(List.of(models));
  }
}
