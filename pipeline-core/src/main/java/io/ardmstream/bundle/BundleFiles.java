package io.ardmstream.bundle;

import io.ardmstream.api.PublicApi;
import io.ardmstream.api.PublicApi.Stability;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the files of a bundle come from. */
@PublicApi(Stability.EVOLVING)
public interface BundleFiles {

  /**
   * Bytes of one file.
   *
   * @param path relative to the bundle, with slashes
   * @throws IOException if it cannot be read
   */
  byte[] read(String path) throws IOException;

  /** The bundle in a folder. */
  static BundleFiles folder(Path folder) {
    return path -> {
      try {
        return Files.readAllBytes(folder.resolve(path));
      } catch (NoSuchFileException e) {
        throw new FileNotFoundException(
            folder.resolve(path) + " is missing: " + folder + " is not a complete model bundle");
      }
    };
  }

  /**
   * The bundle under a name on the class path, such as {@code io/ardmstream/models/image-fast-1}.
   */
  static BundleFiles classPath(String base) {
    return path -> {
      String name = base + "/" + path;
      try (InputStream in = BundleFiles.class.getClassLoader().getResourceAsStream(name)) {
        if (in == null) {
          throw new FileNotFoundException(name + " is not on the class path");
        }
        return in.readAllBytes();
      }
    };
  }
}
