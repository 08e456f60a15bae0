package io.ardmstream.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An archive in a folder: parts with encoded records, and an index of their names. */
public final class Archive implements AutoCloseable {

  /** Header of every archived record: the SHA-256 of the original file, 32 bytes. */
  public static final String CHECKSUM = "sha-256";

  private static final String MARKER = "ardm-archive.json";
  private static final String DESCRIPTION = "{\"format\": \"ardm-archive\", \"version\": 1}\n";

  private final Path root;
  private final ArchiveIndex index;
  private final FileChannel lock;

  private Archive(Path root, ArchiveIndex index, FileChannel lock) {
    this.root = root;
    this.index = index;
    this.lock = lock;
  }

  /**
   * Opens an archive for reading, as it is now.
   *
   * @throws IOException if the folder is no archive, or one of a newer version
   */
  public static Archive open(Path root) throws IOException {
    Path marker = root.resolve(MARKER);
    if (!Files.exists(marker) || !Files.readString(marker).equals(DESCRIPTION)) {
      throw new IOException(
          root + " is no archive that this version reads: name a folder that ardm backfill wrote");
    }
    return new Archive(root, ArchiveIndex.open(root), null);
  }

  /**
   * Opens an archive for writing, or begins one; then removes what a killed writer left, rebuilds a
   * missing index, and merges it.
   *
   * @throws IOException also if another process is writing, or the folder holds something else
   */
  public static Archive openToWrite(Path root) throws IOException {
    begin(root);
    FileChannel lock = lock(root);
    try {
      removeUnfinished(root);
      if (!ArchiveIndex.exists(root)) {
        IndexRebuild.run(root, parts(root));
      }
      mergeIndex(root);
      return new Archive(root, ArchiveIndex.open(root), lock);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** Makes the index one file again; for the process that holds the archive open for writing. */
  public static void mergeIndex(Path root) throws IOException {
    try (ArchiveIndex index = ArchiveIndex.open(root)) {
      index.merge();
    }
  }

  /** The folder. */
  public Path root() {
    return root;
  }

  /** The file of this name; reads a few lines of the index. */
  public Optional<ArchiveEntry> find(String name) throws IOException {
    return index.find(name);
  }

  /** Bytes of all originals; reads the whole index. */
  public long length() throws IOException {
    long bytes = 0;
    try (EntryStream entries = entries()) {
      for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
        bytes += entry.length();
      }
    }
    return bytes;
  }

  EntryStream entries() throws IOException {
    return index.entries();
  }

  /** All parts, relative to the archive. */
  List<String> parts() throws IOException {
    return parts(root);
  }

  private static List<String> parts(Path root) throws IOException {
    Path data = root.resolve(PartName.FOLDER);
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(PartName::isValid)
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
    if (lock != null) {
      lock.close();
    }
  }

  private static void begin(Path root) throws IOException {
    Files.createDirectories(root);
    Path marker = root.resolve(MARKER);
    if (Files.exists(marker)) {
      open(root).close();
      return;
    }
    try (Stream<Path> content = Files.list(root)) {
      if (content.anyMatch(file -> !file.toString().endsWith(DurableFiles.UNFINISHED))) {
        throw new IOException(
            root + " is not empty and no archive: name a new folder or an archive");
      }
    }
    Path unfinished = DurableFiles.unfinished(marker);
    Files.writeString(unfinished, DESCRIPTION);
    DurableFiles.publish(unfinished, marker);
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException sameProcess) {
      // falls through to the same message
    }
    channel.close();
    throw new IOException(
        root + " is being written by another backfill: wait until it ends, then start again");
  }

  private static void removeUnfinished(Path root) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.walk(root)) {
      left = files.filter(file -> file.toString().endsWith(DurableFiles.UNFINISHED)).toList();
    }
    for (Path file : left) {
      Files.delete(file);
    }
  }
}
