package io.ardmstream.likelihood.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.ModelRegistryContract;
import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.bundle.ModelBundle;
import io.ardmstream.bundle.TinyBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleRegistryTest extends ModelRegistryContract {

  @Override
  protected ModelRegistry create() throws IOException {
    return registry(TinyBundles.imageFiles(), TinyBundles.audioFiles());
  }

  @SafeVarargs
  private static ModelRegistry registry(Map<String, byte[]>... bundles) throws IOException {
    List<ModelBundle> loaded = new ArrayList<>();
    for (Map<String, byte[]> files : bundles) {
      loaded.add(ModelBundle.load(TinyBundles.source(files)));
    }
    return new BundleRegistry(loaded, InferenceEngine.java(), 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wavefront(1)", "lattice(3)", "random(1,policy(4x9))"})
  void anImageModelThatLooksAheadOfItsOrderIsRefused(String schedule) throws IOException {
    try (ModelRegistry registry = registry(TinyBundles.imageFiles(schedule))) {
      assertThatThrownBy(() -> registry.byName("tiny-image"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tiny-image v1")
          .hasMessageContaining(schedule);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lattice(3)", "wavefront(2)"})
  void anAudioModelWithLevelsOfAnotherOrderIsRefused(String schedule) throws IOException {
    try (ModelRegistry registry = registry(TinyBundles.audioFiles(schedule))) {
      assertThatThrownBy(() -> registry.byName("tiny-audio"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("features of 4 levels")
          .hasMessageContaining(schedule);
    }
  }

  @Test
  void aSlowerOrderMakesKnownWhatIsLookedAt() throws IOException {
    try (ModelRegistry registry = registry(TinyBundles.imageFiles("wavefront(3)"))) {
      registry.byName("tiny-image").orElseThrow();
    }
  }

  @Test
  void aFolderWithABundleThatIsNotWholeIsRefusedBeforeAnyWork(@TempDir Path folder)
      throws IOException {
    Map<String, byte[]> files = TinyBundles.imageFiles();
    Path bundle = Files.createDirectory(folder.resolve("tiny"));
    Files.write(bundle.resolve("model.json"), files.get("model.json"));
    assertThatThrownBy(() -> BundleRegistry.inFolder(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("weights.bin is missing");
  }
}
