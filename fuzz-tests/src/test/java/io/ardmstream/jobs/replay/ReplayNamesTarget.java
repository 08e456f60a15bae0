package io.ardmstream.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Names that records give their files: lines, each a stream, a tab and a name. */
public final class ReplayNamesTarget {

  private static final int MOST_RECORDS = 8;

  private ReplayNamesTarget() {}

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    require(Arrays.equals(input, PathText.bytes(PathText.of(input))), "other bytes came back");
    Path folder = Files.createTempDirectory("fuzz");
    try {
      String[] lines = new String(input, UTF_8).split("\n");
      RestoredFiles files = new RestoredFiles(folder);
      for (int run = 0; run < 2; run++) {
        for (int i = 0; i < Math.min(MOST_RECORDS, lines.length); i++) {
          write(files, folder, lines[i], i);
        }
      }
      requireAll(folder, Math.min(MOST_RECORDS, lines.length));
    } finally {
      delete(folder);
    }
  }

  private static void write(RestoredFiles files, Path folder, String line, int number)
      throws IOException {
    int tab = line.indexOf('\t');
    String stream = tab < 0 ? "s" : line.substring(0, tab);
    byte[] content = {(byte) number};
    Path file = files.write(stream, line.substring(tab + 1), "topic-0-" + number, content);
    require(file.toRealPath().startsWith(folder.toRealPath()), "a file lies outside");
    require(Arrays.equals(Files.readAllBytes(file), content), "a file has other content");
  }

  private static void requireAll(Path folder, int records) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      require(
          files.filter(Files::isRegularFile).count() == records, "not one file for each record");
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
