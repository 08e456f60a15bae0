package io.ardmstream.likelihood.registry;

import io.ardmstream.api.PublicApi;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The models of this installation: those published with it, and those of the folder that the system
 * property {@value #FOLDER} names. Found by {@link java.util.ServiceLoader}.
 *
 * <p>Further properties: {@value #ENGINE} names an {@link InferenceEngine} (default: {@value
 * InferenceEngine#AUTOMATIC}); {@value #THREADS} says how many threads code blocks side by side
 * (default: one per processor). Neither changes a bit of the result.
 */
@PublicApi
public final class PublishedModels implements ModelRegistry {

  /** Folder with further bundles, each in a folder of its own. */
  public static final String FOLDER = "ardm.models";

  /** What evaluates the networks. */
  public static final String ENGINE = "ardm.engine";

  /** Number of threads. */
  public static final String THREADS = "ardm.threads";

  private final List<ModelBundle> bundles;
  private final BundleRegistry registry;

  /**
   * Lists the models; none is opened yet.
   *
   * @throws UncheckedIOException if a bundle is damaged
   * @throws IllegalArgumentException if a property has an impossible value
   */
  public PublishedModels() {
    this(bundles(), System.getProperty(ENGINE, InferenceEngine.AUTOMATIC));
  }

  private PublishedModels(List<ModelBundle> bundles, String engine) {
    this.bundles = bundles;
    registry = new BundleRegistry(bundles, InferenceEngine.named(engine), threads());
  }

  private static List<ModelBundle> bundles() {
    try {
      List<ModelBundle> bundles = new ArrayList<>(BundleRegistry.published());
      String folder = System.getProperty(FOLDER);
      if (folder != null) {
        bundles.addAll(BundleRegistry.inFolder(Path.of(folder)));
      }
      return bundles;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the models: " + e.getMessage(), e);
    }
  }

  @Override
  public ModelRegistry withEngine(String name) {
    return new PublishedModels(bundles, name);
  }

  private static int threads() {
    int threads = Integer.getInteger(THREADS, Runtime.getRuntime().availableProcessors());
    if (threads < 1) {
      throw new IllegalArgumentException(THREADS + " is " + threads + "; it must be at least 1");
    }
    return threads;
  }

  @Override
  public List<ModelId> available() {
    return registry.available();
  }

  @Override
  public Optional<String> preferredFor(BlockLayout layout) {
    return registry.preferredFor(layout);
  }

  @Override
  public boolean covers(String name, BlockLayout layout) {
    return registry.covers(name, layout);
  }

  @Override
  public Optional<BlockModel> byName(String name) {
    return registry.byName(name);
  }

  @Override
  public Optional<BlockModel> byDigest(String digestPrefix) {
    return registry.byDigest(digestPrefix);
  }

  @Override
  public void close() {
    registry.close();
  }
}
