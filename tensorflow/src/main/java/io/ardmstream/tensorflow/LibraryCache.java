package io.ardmstream.tensorflow;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with one sub-folder per unpacked {@link NativeJar}.
 *
 * <p>A sub-folder appears by renaming a finished one, so it is complete whenever it is there. A
 * file lock lets one process unpack at a time; the system releases it when its holder dies, and the
 * next holder sweeps away what the dead one left.
 */
final class LibraryCache {
  // a file lock belongs to the whole JVM, so threads need this one beside it
  private static final Object THREADS = new Object();

  private final Path root;
  private final PrintStream messages;

  LibraryCache(Path root, PrintStream messages) {
    this.root = root;
    this.messages = messages;
  }

  /** The folder with the libraries of {@code jar}, unpacked now unless it was there. */
  Path provide(NativeJar jar) throws IOException {
    Path ready = root.resolve(jar.identity());
    if (jar.isUnpackedIn(ready)) {
      return ready;
    }
    Files.createDirectories(root);
    synchronized (THREADS) {
      try (FileChannel channel = openLockFile()) {
        acquire(channel);
        if (!jar.isUnpackedIn(ready)) {
          unpack(jar, ready);
        }
      }
    }
    return ready;
  }

  private FileChannel openLockFile() throws IOException {
    return FileChannel.open(
        root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Takes the lock; closing {@code channel} gives it back. */
  private void acquire(FileChannel channel) throws IOException {
    if (channel.tryLock() == null) {
      messages.println("Waiting for another process that is unpacking native TensorFlow.");
      channel.lock();
    }
  }

  private void unpack(NativeJar jar, Path ready) throws IOException {
    sweep();
    Path unfinished = Files.createTempDirectory(root, "unfinished-");
    UnpackProgress progress = new UnpackProgress(messages, jar.totalBytes());
    progress.start(ready.toString());
    try {
      jar.unpackTo(unfinished, progress);
      deleteTree(ready);
      Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      progress.finish();
      deleteTree(unfinished);
    }
  }

  /** Only the holder of the lock unpacks, so whatever is unfinished here was abandoned. */
  private void sweep() throws IOException {
    try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(root, "unfinished-*")) {
      for (Path directory : abandoned) {
        deleteTree(directory);
      }
    }
  }

  private static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(directory)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
