package io.ardmstream.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of this machine, or one that is mounted. One process writes, by a lock; each file is
 * written under another name, brought to the disk, then renamed.
 */
public record FolderStore(Path root) implements ArchiveStore {

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public boolean isEmpty() throws IOException {
    if (!Files.exists(root)) {
      return true;
    }
    if (!Files.isDirectory(root)) {
      throw new FileAlreadyExistsException(root.toString());
    }
    try (Stream<Path> content = Files.list(root)) {
      return content.allMatch(file -> file.toString().endsWith(DurableFiles.UNFINISHED));
    }
  }

  @Override
  public List<String> files(String folder) throws IOException {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    return filesBelow(path).stream()
        .map(file -> PathText.of(root.relativize(file)))
        .sorted()
        .toList();
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(path(name));
  }

  @Override
  public StoredFile open(String name) throws IOException {
    return ChannelFile.of(path(name));
  }

  /** A file that is open is read on when it has lost its name. */
  @Override
  public StoredFile openToSearch(String name) throws IOException {
    return open(name);
  }

  @Override
  public NewFile create(String name) throws IOException {
    return new Unfinished(path(name));
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(path(name));
  }

  @Override
  public Closeable claim() throws IOException {
    FileChannel lock = lock();
    try {
      for (Path file : filesBelow(root)) {
        if (file.toString().endsWith(DurableFiles.UNFINISHED)) {
          Files.delete(file);
        }
      }
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private Path path(String name) {
    return PathText.resolve(root, name);
  }

  private FileChannel lock() throws IOException {
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
        root
            + " is being written by another backfill: wait until it ends, then start again; an"
            + " archive in an object store takes several at a time");
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

  /** A file beside the one it becomes. */
  private static final class Unfinished implements NewFile {
    private final Path file;
    private final Path unfinished;
    private final OutputStream content;

    Unfinished(Path file) throws IOException {
      this.file = file;
      this.unfinished = DurableFiles.unfinished(file);
      this.content = new NamedOutput(unfinished);
    }

    @Override
    public OutputStream content() {
      return content;
    }

    @Override
    public void publish() throws IOException {
      DurableFiles.publish(unfinished, file);
    }

    @Override
    public void abandon() throws IOException {
      content.close();
      Files.deleteIfExists(unfinished);
    }
  }
}
