package io.ardmstream.archive.restore;

import io.ardmstream.archive.DurableFiles;
import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

/**
 * A folder that files are restored into under their original names, and nowhere else: names that
 * lead out of it are refused, and no link below it is followed. Files appear whole or not at all;
 * existing files are never changed.
 */
final class RestoreFolder {

  private final Path root;

  RestoreFolder(Path root) throws IOException {
    Files.createDirectories(root);
    this.root = root.toRealPath();
  }

  /** The existing file of a name, or null. */
  Path existing(String name) throws IOException {
    Path file = root;
    for (String part : parts(name)) {
      if (Files.isSymbolicLink(file)) {
        return null;
      }
      file = PathText.resolve(file, part);
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? file : null;
  }

  /**
   * Writes a file.
   *
   * @return false if it was there already, with the same content
   * @throws IOException also if the name leads out of the folder or is taken by other content
   */
  boolean write(String name, byte[] content, long modified) throws IOException {
    String[] parts = parts(name);
    Path folder = root;
    for (String part : Arrays.copyOf(parts, parts.length - 1)) {
      folder = enter(folder, part);
    }
    Path file = PathText.resolve(folder, parts[parts.length - 1]);
    try {
      return DurableFiles.create(file, content, FileTime.fromMillis(modified));
    } catch (FileAlreadyExistsException taken) {
      throw new IOException(
          file + " exists with other content: restore into another folder, or remove it", taken);
    }
  }

  private static Path enter(Path folder, String part) throws IOException {
    Path inner = PathText.resolve(folder, part);
    if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
      try {
        Files.createDirectory(inner);
      } catch (FileAlreadyExistsException taken) {
        if (!Files.isDirectory(inner, LinkOption.NOFOLLOW_LINKS)) {
          throw new IOException(
              inner + " is no folder, and links are not followed: restore into another folder",
              taken);
        }
      }
    }
    return inner;
  }

  private String[] parts(String name) throws IOException {
    String[] parts = name.split("/", -1);
    for (String part : parts) {
      if (!isPlain(part)) {
        throw new IOException(
            "the name '"
                + name
                + "' could lead out of the folder: restore it alone with --only NAME --as FILE");
      }
    }
    return parts;
  }

  private boolean isPlain(String part) {
    if (part.isEmpty() || part.equals(".") || part.equals("..")) {
      return false;
    }
    try {
      return PathText.resolve(root, part).getNameCount() == root.getNameCount() + 1;
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
