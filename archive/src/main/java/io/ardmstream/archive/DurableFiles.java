package io.ardmstream.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.UUID;

/**
 * Makes files appear whole or not at all, also when the power fails: a file is brought to the disk
 * before it gets its name, and a name by bringing its folder there.
 */
public final class DurableFiles {

  /** Ending of files that are not finished; whatever has it belongs to no archive. */
  static final String UNFINISHED = ".unfinished";

  private DurableFiles() {}

  /** Makes a folder and those above it, for good. */
  public static void createFolders(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createFolders(parent);
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
    sync(parent);
  }

  /**
   * Writes a file under a name that is free. Other files never change, and who looks meanwhile sees
   * all of it or nothing.
   *
   * @param modified when it was last changed; null: now
   * @return false if the name has this content already
   * @throws FileAlreadyExistsException if the name is taken by anything else
   */
  public static boolean create(Path file, byte[] content, FileTime modified) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return requireSame(file, content);
    }
    Path unfinished = sibling(file);
    try {
      writeFor(file, unfinished, content);
      if (modified != null) {
        Files.setLastModifiedTime(unfinished, modified);
      }
      // a link, unlike a move, never replaces what came in between
      Files.createLink(file, unfinished);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return requireSame(file, content);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Writes a file in place of what has its name, and brings both to the disk. Who looks meanwhile,
   * or after the power failed, sees all of it or what was there before.
   */
  public static void replace(Path file, byte[] content) throws IOException {
    Path unfinished = sibling(file);
    try {
      writeFor(file, unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      sync(file.getParent());
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static Path sibling(Path file) {
    return file.resolveSibling(".ardm-" + UUID.randomUUID() + ".part");
  }

  private static void writeFor(Path file, Path unfinished, byte[] content) throws IOException {
    try {
      write(unfinished, content);
    } catch (NoSuchFileException noFolder) {
      // the name of the unfinished file tells nobody anything
      throw new NoSuchFileException(file.toAbsolutePath().getParent().toString());
    } catch (IOException e) {
      throw named(file, e);
    }
  }

  /** Brings the names in a folder to the disk. */
  public static void sync(Path folder) throws IOException {
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /**
   * A failure that says which file it is about. What the operating system says of a full disk does
   * not.
   */
  public static IOException named(Path file, IOException failure) {
    if (failure instanceof FileSystemException
        || String.valueOf(failure.getMessage()).contains(file.toString())) {
      return failure;
    }
    return new IOException(file + ": " + failure.getMessage(), failure);
  }

  /** Where to write a file before it is published. */
  static Path unfinished(Path file) throws IOException {
    createFolders(file.getParent());
    return PathText.resolve(file.getParent(), PathText.of(file.getFileName()) + UNFINISHED);
  }

  /** Brings a finished file to the disk and under its name. */
  static void publish(Path unfinished, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    sync(file.getParent());
  }

  private static void write(Path file, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  private static boolean requireSame(Path file, byte[] content) throws IOException {
    boolean same =
        Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.size(file) == content.length
            && Arrays.equals(Files.readAllBytes(file), content);
    if (!same) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "its content differs: remove it, or restore into another folder");
    }
    return false;
  }
}
