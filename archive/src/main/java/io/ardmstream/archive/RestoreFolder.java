package io.ardmstream.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.UUID;

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
      file = file.resolve(part);
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
    Path file = folder.resolve(parts[parts.length - 1]);
    Path unfinished = folder.resolve(".ardm-" + UUID.randomUUID() + ".part");
    try {
      Files.write(unfinished, content);
      Files.setLastModifiedTime(unfinished, FileTime.fromMillis(modified));
      // a link, unlike a move, never replaces what came in between
      Files.createLink(file, unfinished);
      return true;
    } catch (FileAlreadyExistsException taken) {
      if (holds(file, content)) {
        return false;
      }
      throw new IOException(
          file + " exists with other content: restore into another folder, or remove it", taken);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path enter(Path folder, String part) throws IOException {
    Path inner = folder.resolve(part);
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

  private static boolean holds(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == content.length
        && Arrays.equals(Files.readAllBytes(file), content);
  }

  private String[] parts(String name) throws IOException {
    String[] parts = name.split("/", -1);
    for (String part : parts) {
      boolean plain = !part.isEmpty() && !part.equals(".") && !part.equals("..");
      if (!plain || part.indexOf('\0') >= 0 || root.resolve(part).getNameCount() != depth()) {
        throw new IOException(
            "the name '"
                + name
                + "' could lead out of the folder: restore it alone with --only NAME --as FILE");
      }
    }
    return parts;
  }

  private int depth() {
    return root.getNameCount() + 1;
  }
}
