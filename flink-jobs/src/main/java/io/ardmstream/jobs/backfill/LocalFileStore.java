package io.ardmstream.jobs.backfill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Files of this machine. */
final class LocalFileStore implements FileStore {

  @Override
  public Found at(String location) throws IOException {
    Path path = Path.of(location);
    return Files.exists(path) ? found(path, "") : null;
  }

  @Override
  public void list(String folder, Visitor visitor) throws IOException {
    list(Path.of(folder), "", visitor);
  }

  @Override
  public InputStream open(String location) throws IOException {
    return Files.newInputStream(Path.of(location));
  }

  @Override
  public SeekableByteChannel channel(String location) throws IOException {
    return Files.newByteChannel(Path.of(location));
  }

  private static void list(Path folder, String prefix, Visitor visitor) throws IOException {
    List<Path> children;
    try (Stream<Path> paths = Files.list(folder)) {
      children = paths.sorted().toList();
    }
    for (Path child : children) {
      String path = prefix + child.getFileName();
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        list(child, path + "/", visitor);
      } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
        visitor.visit(found(child, path));
      }
    }
  }

  private static Found found(Path file, String path) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
    return new Found(
        file.toString(),
        path,
        facts.isDirectory(),
        facts.size(),
        facts.lastModifiedTime().toMillis());
  }
}
