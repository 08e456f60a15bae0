package io.ardmstream.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An archive in a folder: parts with encoded records, and an index of their names. */
public final class Archive implements AutoCloseable {

  /** Header of every archived record: the SHA-256 of the original file, 32 bytes. */
  public static final String CHECKSUM = "sha-256";

  private static final String MARKER = "ardm-archive.json";
  private static final String DESCRIPTION = description(3);
  private static final List<String> EARLIER = List.of(description(1), description(2));

  private final Path root;
  private final List<String> parts;
  private final ArchiveIndex index;
  private final FileChannel lock;

  private Archive(Path root, List<String> parts, ArchiveIndex index, FileChannel lock) {
    this.root = root;
    this.parts = parts;
    this.index = index;
    this.lock = lock;
  }

  /**
   * Opens an archive for reading, as it is now: what is written to it meanwhile does not change
   * what is read. The index knows a part before the part appears, so the parts are listed first.
   *
   * @throws IOException if the folder is no archive, or one of a newer version, or if its index is
   *     missing or damaged
   */
  public static Archive open(Path root) throws IOException {
    requireMarker(root);
    List<String> parts = parts(root);
    ArchiveIndex index = ArchiveIndex.open(root);
    if (!index.isComplete(parts)) {
      index.close();
      throw new DamagedIndexException("it is missing");
    }
    return new Archive(root, parts, index, null);
  }

  /**
   * Opens an archive for writing, or begins one; then removes what a killed writer left, rebuilds
   * an index that is missing or damaged, and merges it. An archive of an earlier version becomes
   * one of version 3.
   *
   * @throws IOException also if another process is writing, or the folder holds something else
   */
  public static Archive openToWrite(Path root) throws IOException {
    begin(root);
    FileChannel lock = lock(root);
    try {
      removeUnfinished(root);
      if (!ArchiveIndex.exists(root) || !ArchiveIndex.isSound(root, parts(root))) {
        ArchiveIndex.rebuild(root, parts(root));
      }
      mergeIndex(root);
      List<String> parts = parts(root);
      return new Archive(root, parts, ArchiveIndex.open(root), lock);
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

  public EntryStream entries() throws IOException {
    return index.entries();
  }

  /** All parts there were when it was opened, relative to the archive. */
  public List<String> parts() {
    return parts;
  }

  private static List<String> parts(Path root) throws IOException {
    Path data = root.resolve(PartName.FOLDER);
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    return filesBelow(data).stream()
        .map(file -> PathText.of(root.relativize(file)))
        .filter(PartName::isValid)
        .sorted()
        .toList();
  }

  /** All files in a folder and in those below; what vanishes meanwhile is left out. */
  private static List<Path> filesBelow(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    return files;
  }

  @Override
  public void close() throws IOException {
    index.close();
    if (lock != null) {
      lock.close();
    }
  }

  private static void begin(Path root) throws IOException {
    DurableFiles.createFolders(root);
    Path marker = root.resolve(MARKER);
    if (Files.exists(marker)) {
      if (EARLIER.contains(requireMarker(root))) {
        mark(marker);
      }
      return;
    }
    try (Stream<Path> content = Files.list(root)) {
      if (content.anyMatch(file -> !file.toString().endsWith(DurableFiles.UNFINISHED))) {
        throw new IOException(
            root + " is not empty and no archive: name a new folder or an archive");
      }
    }
    mark(marker);
  }

  private static void mark(Path marker) throws IOException {
    Path unfinished = DurableFiles.unfinished(marker);
    Files.writeString(unfinished, DESCRIPTION);
    DurableFiles.publish(unfinished, marker);
  }

  private static String description(int version) {
    return "{\"format\": \"ardm-archive\", \"version\": %d}\n".formatted(version);
  }

  private static String requireMarker(Path root) throws IOException {
    Path marker = root.resolve(MARKER);
    String description = Files.exists(marker) ? Files.readString(marker) : "";
    if (!description.equals(DESCRIPTION) && !EARLIER.contains(description)) {
      throw new IOException(
          root + " is no archive that this version reads: name a folder that ardm backfill wrote");
    }
    return description;
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
    for (Path file : filesBelow(root)) {
      if (file.toString().endsWith(DurableFiles.UNFINISHED)) {
        Files.delete(file);
      }
    }
  }
}
