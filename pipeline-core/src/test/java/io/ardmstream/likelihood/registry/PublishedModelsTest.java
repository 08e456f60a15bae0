package io.ardmstream.likelihood.registry;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.block.ModelRegistryContract;
import io.ardmstream.bundle.TinyBundles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** With bundles in a folder that a property names. */
class PublishedModelsTest extends ModelRegistryContract {
  @TempDir Path folder;

  @Override
  protected ModelRegistry create() throws IOException {
    write("1-image", TinyBundles.imageFiles());
    write("2-audio", TinyBundles.audioFiles());
    System.setProperty(PublishedModels.FOLDER, folder.toString());
    return new PublishedModels();
  }

  @AfterEach
  void forget() {
    System.clearProperty(PublishedModels.FOLDER);
  }

  private void write(String name, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path target = folder.resolve(name).resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }
}
