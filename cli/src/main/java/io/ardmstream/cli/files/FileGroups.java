package io.ardmstream.cli.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files in groups that are worked on together: models run fastest on much data at once, memory
 * limits how much that may be.
 */
public final class FileGroups {
  /** Thousands of tiny images or a few photographs; about one gibibyte of memory in work. */
  public static final long GROUP_BYTES = 8L << 20;

  /** Something with a size. */
  public record Sized<T>(T item, long bytes) {}

  private FileGroups() {}

  /** Cuts {@code files} where a group would exceed {@code limit}; one file may exceed it alone. */
  public static <T> List<List<T>> of(List<Sized<T>> files, long limit) {
    List<List<T>> groups = new ArrayList<>();
    List<T> group = new ArrayList<>();
    long bytes = 0;
    for (Sized<T> file : files) {
      if (!group.isEmpty() && bytes + file.bytes() > limit) {
        groups.add(group);
        group = new ArrayList<>();
        bytes = 0;
      }
      group.add(file.item());
      bytes += file.bytes();
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }

  /** Cuts {@code files} by their lengths; those that cannot be read count as empty. */
  public static List<List<Path>> ofPaths(List<Path> files) {
    return of(files.stream().map(file -> new Sized<>(file, length(file))).toList(), GROUP_BYTES);
  }

  public static long length(List<Path> files) {
    return files.stream().mapToLong(FileGroups::length).sum();
  }

  public static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
