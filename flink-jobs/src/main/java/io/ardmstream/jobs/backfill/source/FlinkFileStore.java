package io.ardmstream.jobs.backfill.source;

import io.ardmstream.jobs.run.FlinkFileSystems;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Files of any file system that Flink has a plugin for. */
final class FlinkFileStore implements FileStore {

  @Override
  public Found at(String location) throws IOException {
    Path path = new Path(location);
    try {
      return found(FlinkFileSystems.of(path).getFileStatus(path), "");
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  @Override
  public void list(String folder, Visitor visitor) throws IOException {
    Path path = new Path(folder);
    list(FlinkFileSystems.of(path), path, "", visitor);
  }

  @Override
  public InputStream open(String location) throws IOException {
    Path path = new Path(location);
    return FlinkFileSystems.of(path).open(path);
  }

  @Override
  public SeekableByteChannel channel(String location) throws IOException {
    Path path = new Path(location);
    FileSystem files = FlinkFileSystems.of(path);
    return new InputChannel(files.open(path), files.getFileStatus(path).getLen());
  }

  private static void list(FileSystem files, Path folder, String prefix, Visitor visitor)
      throws IOException {
    FileStatus[] children = files.listStatus(folder);
    if (children == null) {
      throw new FileNotFoundException("There is no folder " + folder);
    }
    Arrays.sort(children, Comparator.comparing(child -> child.getPath().getName()));
    for (FileStatus child : children) {
      String path = prefix + child.getPath().getName();
      if (child.isDir()) {
        list(files, child.getPath(), path + "/", visitor);
      } else {
        visitor.visit(found(child, path));
      }
    }
  }

  private static Found found(FileStatus status, String path) {
    return new Found(
        status.getPath().toString(),
        path,
        status.isDir() ? Type.FOLDER : Type.FILE,
        status.getLen(),
        status.getModificationTime());
  }
}
