package io.ardmstream.jobs.archive;

import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.archive.ChannelFile;
import io.ardmstream.archive.NewFile;
import io.ardmstream.archive.StoredFile;
import io.ardmstream.jobs.run.FlinkFileSystems;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * An archive in one of Flink's file systems. Any number of processes may write: names of new files
 * are unique.
 */
final class FlinkStore implements ArchiveStore {

  /** Where a new file appears when all of it was sent, and not before. */
  private static final Set<String> OBJECT_STORES =
      Set.of("s3", "s3a", "s3n", "s3p", "gs", "oss", "cos", "cosn", "obs");

  private static final int MOST_IN_MEMORY = 1 << 20;

  /** So many times in a row, no folder has a file go away while it is listed. */
  private static final int MOST_LISTINGS = 1000;

  private final FileSystem files;
  private final Path root;
  private final boolean seenEarly;

  /**
   * @param seenEarly whether a new file is seen while it is being sent
   */
  FlinkStore(FileSystem files, Path root, boolean seenEarly) {
    this.files = files;
    this.root = root;
    this.seenEarly = seenEarly;
  }

  static FlinkStore of(String location) throws IOException {
    Path root = new Path(location);
    String scheme = String.valueOf(root.toUri().getScheme()).toLowerCase(Locale.ROOT);
    return new FlinkStore(FlinkFileSystems.of(root), root, !OBJECT_STORES.contains(scheme));
  }

  @Override
  public String location() {
    return root.toString();
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean isEmpty() throws IOException {
    return children(root).length == 0;
  }

  @Override
  public List<String> files(String folder) throws IOException {
    List<String> names = new ArrayList<>();
    list(path(folder), folder, names);
    names.sort(null);
    return names;
  }

  @Override
  public boolean exists(String name) throws IOException {
    return files.exists(path(name));
  }

  @Override
  public StoredFile open(String name) throws IOException {
    try {
      long size = files.getFileStatus(path(name)).getLen();
      return new ChunkedFile(path(name).toString(), files.open(path(name)), size);
    } catch (FileNotFoundException missing) {
      throw missing(name, missing);
    }
  }

  /** Copied to this machine: to read a few bytes here and there from afar takes long. */
  @Override
  public StoredFile openToSearch(String name) throws IOException {
    try (InputStream in = files.open(path(name))) {
      byte[] first = in.readNBytes(MOST_IN_MEMORY);
      return first.length < MOST_IN_MEMORY ? new MemoryFile(first) : copy(first, in);
    } catch (FileNotFoundException missing) {
      throw missing(name, missing);
    }
  }

  private static StoredFile copy(byte[] first, InputStream rest) throws IOException {
    FileChannel copy = Scratch.open();
    try {
      Scratch.write(copy, ByteBuffer.wrap(first));
      Scratch.fill(copy, rest);
      return new ChannelFile(copy);
    } catch (IOException e) {
      copy.close();
      throw e;
    }
  }

  @Override
  public NewFile create(String name) throws IOException {
    return new Upload(files, path(name), seenEarly);
  }

  @Override
  public void delete(String name) throws IOException {
    try {
      files.delete(path(name), false);
    } catch (FileNotFoundException gone) {
      // as it should be
    }
  }

  @Override
  public Closeable claim() {
    return () -> {};
  }

  private Path path(String name) {
    return new Path(root, name);
  }

  private void list(Path folder, String name, List<String> names) throws IOException {
    for (FileStatus child : children(folder)) {
      String below = name + "/" + child.getPath().getName();
      if (child.isDir()) {
        list(child.getPath(), below, names);
      } else if (!below.endsWith(Upload.UNFINISHED)) {
        names.add(below);
      }
    }
  }

  /**
   * Object stores have no folders: one that holds nothing is one that does not exist. Flink also
   * calls a folder missing when a file goes away while it lists the folder; it is then listed
   * again.
   */
  private FileStatus[] children(Path folder) throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        FileStatus[] children = files.listStatus(folder);
        return children == null ? new FileStatus[0] : children;
      } catch (FileNotFoundException missing) {
        if (!files.exists(folder)) {
          return new FileStatus[0];
        }
        if (tries == MOST_LISTINGS) {
          throw missing;
        }
      }
    }
  }

  private NoSuchFileException missing(String name, FileNotFoundException cause) {
    NoSuchFileException missing = new NoSuchFileException(path(name).toString());
    missing.initCause(cause);
    return missing;
  }
}
