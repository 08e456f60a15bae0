package io.ardmstream.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The real images and recordings that come with the project. */
public final class Samples {

  private static final Path FOLDER = Path.of("..", "samples");

  private Samples() {}

  /** All of them, in a fixed order. */
  public static List<byte[]> all() {
    return Stream.concat(folder("images"), folder("audio")).map(Samples::read).toList();
  }

  static byte[] named(String name) {
    return read(FOLDER.resolve(name));
  }

  private static Stream<Path> folder(String name) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(name))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
