package io.ardmstream.jobs.backfill.source;

import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Files of this machine. */
final class LocalFileStore implements FileStore {

  @Override
  public Found at(String location) throws IOException {
    Path path = PathText.path(location);
    return Files.exists(path) ? found(path, "") : null;
  }

  @Override
  public void list(String folder, Visitor visitor) throws IOException {
    list(children(PathText.path(folder)), "", visitor);
  }

  @Override
  public InputStream open(String location) throws IOException {
    return Files.newInputStream(PathText.path(location));
  }

  @Override
  public SeekableByteChannel channel(String location) throws IOException {
    return Files.newByteChannel(PathText.path(location));
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void list(List<Path> children, String prefix, Visitor visitor) throws IOException {
    for (Path child : children) {
      Found found = lookAt(child, prefix + PathText.of(child.getFileName()));
      if (found != null && found.type() == Type.FOLDER) {
        listFolder(child, found, visitor);
      } else if (found != null) {
        visitor.visit(found);
      }
    }
  }

  /** One folder that cannot be listed does not cost the others. */
  private static void listFolder(Path folder, Found found, Visitor visitor) throws IOException {
    List<Path> children;
    try {
      children = children(folder);
    } catch (IOException e) {
      visitor.visit(new Found(found.location(), found.path(), Type.UNREADABLE, 0, 0));
      return;
    }
    list(children, found.path() + "/", visitor);
  }

  /** What a folder holds under a name; null if it is gone by now. */
  private static Found lookAt(Path file, String path) {
    try {
      return found(file, path, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException gone) {
      return null;
    } catch (IOException e) {
      return new Found(PathText.of(file), path, Type.UNREADABLE, 0, 0);
    }
  }

  private static Found found(Path file, String path, LinkOption... links) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class, links);
    return new Found(
        PathText.of(file), path, type(facts), facts.size(), facts.lastModifiedTime().toMillis());
  }

  private static Type type(BasicFileAttributes facts) {
    if (facts.isDirectory()) {
      return Type.FOLDER;
    }
    return facts.isRegularFile() ? Type.FILE : Type.SPECIAL;
  }
}
