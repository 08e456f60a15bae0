package io.ardmstream.likelihood.registry;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import io.ardmstream.block.BlockLayout;
import io.ardmstream.block.BlockModel;
import io.ardmstream.block.ModelId;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.bundle.BundleFiles;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.likelihood.ModelFamily;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models of a set of bundles, opened when first asked for.
 *
 * <p>Opening a model checks its known answers; one that is not exact on this machine is refused
 * with an {@link IllegalStateException}.
 */
@PublicApi(Stability.EVOLVING)
public final class BundleRegistry implements ModelRegistry {

  private static final String PUBLISHED = "io/ardmstream/models/";

  private final List<ModelBundle> bundles;
  private final InferenceEngine engine;
  private final int threads;
  private final List<ModelFamily> families = ModelFamily.installed();
  private final Map<ModelId, BlockModel> opened = new LinkedHashMap<>();

  /**
   * A registry of bundles.
   *
   * @param bundles the preferred ones first
   * @param engine evaluates the networks
   * @param threads that code blocks side by side
   */
  public BundleRegistry(List<ModelBundle> bundles, InferenceEngine engine, int threads) {
    this.bundles = List.copyOf(bundles);
    this.engine = engine;
    this.threads = threads;
  }

  /**
   * The bundles published with this version, found on the class path.
   *
   * @throws IOException if one is damaged
   */
  public static List<ModelBundle> published() throws IOException {
    List<ModelBundle> bundles = new ArrayList<>();
    for (String name : publishedNames()) {
      bundles.add(ModelBundle.load(BundleFiles.classPath(PUBLISHED + name)));
    }
    return bundles;
  }

  private static List<String> publishedNames() throws IOException {
    try (InputStream list =
        BundleRegistry.class.getClassLoader().getResourceAsStream(PUBLISHED + "published.txt")) {
      return list == null
          ? List.of()
          : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /**
   * The bundles in the sub-folders of a folder.
   *
   * @throws IOException if the folder cannot be read or a bundle is damaged; it says which
   */
  public static List<ModelBundle> inFolder(Path folder) throws IOException {
    List<ModelBundle> bundles = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.exists(entry.resolve("model.json"))) {
          bundles.add(whole(entry));
        }
      }
    }
    return bundles;
  }

  /** Folders are copied in parts and by hand: what is not whole is found out before any work. */
  private static ModelBundle whole(Path folder) throws IOException {
    try {
      ModelBundle bundle = ModelBundle.load(BundleFiles.folder(folder));
      bundle.networks();
      return bundle;
    } catch (FileNotFoundException | FileSystemException namesTheFile) {
      throw namesTheFile;
    } catch (IOException e) {
      throw new IOException(folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public List<ModelId> available() {
    return bundles.stream().map(ModelBundle::id).toList();
  }

  @Override
  public Optional<String> preferredFor(BlockLayout layout) {
    return bundles.stream()
        .filter(bundle -> isFor(bundle, layout))
        .map(bundle -> bundle.id().name())
        .findFirst();
  }

  @Override
  public boolean covers(String name, BlockLayout layout) {
    return bundles.stream()
        .filter(bundle -> bundle.id().name().equals(name))
        .anyMatch(bundle -> isFor(bundle, layout));
  }

  private boolean isFor(ModelBundle bundle, BlockLayout layout) {
    return family(bundle).filter(family -> family.covers(layout)).isPresent();
  }

  @Override
  public Optional<BlockModel> byName(String name) {
    return bundles.stream()
        .filter(bundle -> bundle.id().name().equals(name))
        .max(Comparator.comparingInt(bundle -> bundle.id().version()))
        .map(this::opened);
  }

  @Override
  public Optional<BlockModel> byDigest(String digestPrefix) {
    return bundles.stream()
        .filter(bundle -> bundle.id().matches(digestPrefix))
        .findFirst()
        .map(this::opened);
  }

  private synchronized BlockModel opened(ModelBundle bundle) {
    return opened.computeIfAbsent(bundle.id(), id -> open(bundle));
  }

  private BlockModel open(ModelBundle bundle) {
    try {
      ModelFamily family = family(bundle).orElseThrow(() -> unknownFamily(bundle));
      family.check(bundle.description());
      return family.open(bundle, engine, threads);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open model " + bundle.id(), e);
    }
  }

  private Optional<ModelFamily> family(ModelBundle bundle) {
    return families.stream().filter(family -> family.has(bundle.description())).findFirst();
  }

  private static IOException unknownFamily(ModelBundle bundle) {
    return new IOException(
        "model %s is for %s, which this version does not know; update ardm-stream"
            .formatted(bundle.id(), bundle.description().modality()));
  }

  @Override
  public synchronized void close() {
    opened.values().forEach(BlockModel::close);
    opened.clear();
  }
}
