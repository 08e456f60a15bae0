package io.ardmstream.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;

/**
 * A real folder on a disk that fails: an operation that changes something can end in an error, the
 * disk can be full, a write can be torn, and the power can fail. Then what was not forced to the
 * disk may be gone: the content of a file, and, apart from that, the names in a folder.
 */
final class FaultyDisk extends FilterFileSystemProvider {

  /** How an operation fails. */
  enum Fault {
    /** Once, as an unreadable sector does. */
    ERROR,
    /** From then on whatever needs room. */
    FULL,
    /** Half of what is written arrives; then the power is gone. */
    POWER
  }

  /** What survives of that which was not forced to the disk. */
  enum Survival {
    NOTHING,
    /** Names, as if file systems wrote them first; of content only a part. */
    NAMES,
    /** Some of it. */
    SOME
  }

  private final Path folder;
  private final Path graves;

  /** Content that was forced, by the identity of the file. */
  private final Map<Object, byte[]> content = new HashMap<>();

  /** Names that were forced, by folder. */
  private final Map<Path, Map<String, Path>> names = new HashMap<>();

  private Fault fault;
  private long faultAt = Long.MAX_VALUE;
  private long operations;

  /**
   * @param parent where to make the folder
   */
  FaultyDisk(Path parent) throws IOException {
    super("faulty://", parent.getFileSystem());
    folder = Files.createDirectory(parent.resolve("disk"));
    graves = Files.createDirectory(parent.resolve("graves"));
    force(folder);
  }

  /** The folder, which exists. */
  Path root() {
    return wrapPath(folder);
  }

  /** Has an operation fail, counted from 0. */
  void failAt(long operation, Fault how) {
    faultAt = operation;
    fault = how;
  }

  /** Operations so far that change something. */
  long operations() {
    return operations;
  }

  /** The disk as it is found after the power failed; this one works. */
  FaultyDisk afterPowerFailure(Survival survival, Random random, Path parent) throws IOException {
    FaultyDisk found = new FaultyDisk(parent);
    copy(folder, survival, random, found.folder);
    return found;
  }

  private void copy(Path from, Survival survival, Random random, Path target) throws IOException {
    boolean all = survival == Survival.NAMES || survival == Survival.SOME && random.nextBoolean();
    Map<String, Path> known = all ? list(from) : names.getOrDefault(from, Map.of());
    for (Map.Entry<String, Path> name : known.entrySet()) {
      Path file = name.getValue();
      Path copy = target.resolve(name.getKey());
      if (Files.isDirectory(file)) {
        Files.createDirectory(copy);
        copy(from.resolve(name.getKey()), survival, random, copy);
      } else {
        Files.write(copy, surviving(file, survival, random));
      }
    }
  }

  private byte[] surviving(Path file, Survival survival, Random random) throws IOException {
    byte[] forced = content.get(identity(file));
    if (survival == Survival.NOTHING || forced != null && random.nextBoolean()) {
      return forced == null ? new byte[0] : forced;
    }
    byte[] written = Files.readAllBytes(file);
    if (forced != null && Arrays.equals(forced, written)) {
      return forced;
    }
    byte[] torn = new byte[written.length];
    System.arraycopy(written, 0, torn, 0, random.nextInt(written.length + 1));
    return torn;
  }

  /** Forces names or content; links in the graveyard keep identities from being given twice. */
  private void force(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      Map<String, Path> forced = new TreeMap<>();
      for (Map.Entry<String, Path> name : list(file).entrySet()) {
        forced.put(name.getKey(), buried(name.getValue()));
      }
      names.put(file, forced);
    } else {
      content.put(identity(file), Files.readAllBytes(file));
    }
  }

  private Path buried(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return file;
    }
    Path grave = graves.resolve(identity(file).toString());
    if (!Files.exists(grave)) {
      Files.createLink(grave, file);
    }
    return grave;
  }

  private static Map<String, Path> list(Path folder) throws IOException {
    Map<String, Path> names = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> names.put(file.getFileName().toString(), file));
    }
    return names;
  }

  private static Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .fileKey();
  }

  /** Counts an operation, and fails if it is its turn. */
  private void operation(boolean needsRoom) throws IOException {
    long now = operations++;
    boolean due = fault == Fault.ERROR ? now == faultAt : now >= faultAt;
    if (due && fault == Fault.FULL && needsRoom) {
      throw new IOException("No space left on device");
    }
    if (due && fault != Fault.FULL) {
      throw new IOException("Input/output error");
    }
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    operation(true);
    super.createDirectory(path, attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    operation(false);
    bury(path);
    super.delete(path);
  }

  @Override
  public boolean deleteIfExists(Path path) throws IOException {
    operation(false);
    bury(path);
    return super.deleteIfExists(path);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    operation(true);
    bury(target);
    super.move(source, target, options);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    operation(true);
    super.createLink(link, existing);
  }

  private void bury(Path path) throws IOException {
    Path file = toDelegate(path);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      buried(file);
    }
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    Set<OpenOption> write =
        options.length > 0
            ? Set.of(options)
            : Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    return Channels.newOutputStream(newFileChannel(path, write));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.contains(StandardOpenOption.WRITE)) {
      operation(true);
    }
    Path file = toDelegate(path);
    return new FilterFileChannel(super.newFileChannel(path, options, attributes)) {
      @Override
      public int write(ByteBuffer source) throws IOException {
        try {
          operation(true);
        } catch (IOException e) {
          delegate.write(source.duplicate().limit(source.position() + source.remaining() / 2));
          throw e;
        }
        return super.write(source);
      }

      @Override
      public void force(boolean metaData) throws IOException {
        operation(true);
        FaultyDisk.this.force(file);
      }
    };
  }
}
