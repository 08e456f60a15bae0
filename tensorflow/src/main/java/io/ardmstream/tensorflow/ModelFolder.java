package io.ardmstream.tensorflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for the files of a model while it is open. A process that is killed cannot remove its
 * own; the next one does, which knows by a lock whose owner is gone.
 */
final class ModelFolder implements AutoCloseable {
  private static final String PREFIX = "ardm-model-";
  private static final String UNFINISHED = "ardm-unfinished-";
  private static final String LOCK = ".lock";
  private static final String OURS = PREFIX + ProcessHandle.current().pid() + "-";

  private final Path path;
  private final FileChannel lock;

  private ModelFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** A new one among the temporary files of the system, from which abandoned ones are removed. */
  static ModelFolder create() throws IOException {
    Path unfinished = Files.createTempDirectory(UNFINISHED);
    Path root = unfinished.getParent();
    removeAbandoned(root);
    FileChannel lock =
        FileChannel.open(
            unfinished.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      throw new IOException("the file system of " + root + " cannot lock files");
    }
    String name = unfinished.getFileName().toString().replace(UNFINISHED, OURS);
    Path path = Files.move(unfinished, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return new ModelFolder(path, lock);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      delete(path);
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeAbandoned(Path root) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "*")) {
      for (Path folder : folders) {
        // to close a file that this process has locked would unlock it
        if (!folder.getFileName().toString().startsWith(OURS)) {
          removeIfAbandoned(folder);
        }
      }
    }
  }

  /** Somebody else may remove it at the same time, or it may belong to another user. */
  private static void removeIfAbandoned(Path folder) {
    try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        delete(folder);
      }
    } catch (IOException | OverlappingFileLockException inUse) {
      // its owner sees to it
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
