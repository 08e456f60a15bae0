package io.ardmstream.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files to learn from, and one in {@value #HOLD_OUT} to validate with.
 *
 * @param training files to learn from
 * @param held files the model never learns from
 */
public record Split(List<Path> training, List<Path> held) {

  private static final int HOLD_OUT = 20;
  private static final int FIRST = 7;

  /**
   * Splits the files under some folders, each folder in order of names.
   *
   * @param wanted says which files count
   * @param noun what they are, for the error
   * @throws IOException if there are too few
   */
  public static Split of(List<Path> folders, Predicate<Path> wanted, String noun)
      throws IOException {
    List<Path> training = new ArrayList<>();
    List<Path> held = new ArrayList<>();
    int count = 0;
    for (Path folder : folders) {
      for (Path file : files(folder, wanted)) {
        (count++ % HOLD_OUT == FIRST ? held : training).add(file);
      }
    }
    if (held.isEmpty()) {
      throw new IOException(
          "found %d %s under %s; training needs at least %d"
              .formatted(count, noun, folders, HOLD_OUT));
    }
    return new Split(training, held);
  }

  private static List<Path> files(Path folder, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(wanted).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
