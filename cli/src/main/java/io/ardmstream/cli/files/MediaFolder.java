package io.ardmstream.cli.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files under paths, in the order of their names, without hidden ones. */
public final class MediaFolder {
  private MediaFolder() {}

  public static List<Path> filesUnder(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> tree = Files.walk(path)) {
        tree.filter(Files::isRegularFile)
            .filter(file -> !hidden(file))
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  private static boolean hidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }
}
