package io.ardmstream.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Makes files appear whole or not at all, also when the power fails. */
final class DurableFiles {

  /** Ending of files that are not finished; whatever has it belongs to no archive. */
  static final String UNFINISHED = ".unfinished";

  private DurableFiles() {}

  /** Where to write a file before it is published. */
  static Path unfinished(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return file.resolveSibling(file.getFileName() + UNFINISHED);
  }

  /** Brings a finished file to the disk and under its name. */
  static void publish(Path unfinished, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    sync(file.getParent());
  }

  private static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
