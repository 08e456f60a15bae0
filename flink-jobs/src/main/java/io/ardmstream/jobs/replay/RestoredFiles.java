package io.ardmstream.jobs.replay;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes restored records below one directory. A file appears whole or not at all, an existing file
 * is never changed, and writing the same record again does nothing, so a job that restarts leaves
 * the same files as one that does not.
 */
public final class RestoredFiles {

  private final Path directory;

  /**
   * @param directory everything is written below it; made on first use
   */
  public RestoredFiles(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /**
   * Writes one record.
   *
   * @param stream folder of the file; any text
   * @param name name of the file, possibly with folders; any text
   * @param origin unique text for this record; tells files apart that claim the same name
   * @param content the bytes of the file
   * @return the file that now holds the content
   * @throws IOException if the file cannot be written
   */
  public Path write(String stream, String name, String origin, byte[] content) throws IOException {
    String safe = FileNames.safe(name);
    Path wanted = below(FileNames.safe(stream), safe.isEmpty() ? FileNames.safe(origin) : safe);
    if (claim(wanted, content)) {
      return wanted;
    }
    Path other = wanted.resolveSibling(withOrigin(wanted.getFileName().toString(), origin));
    if (claim(other, content)) {
      return other;
    }
    throw new IOException(
        other + " exists with other content: choose an empty directory for this replay");
  }

  private Path below(String folder, String name) throws IOException {
    Path file = directory.resolve(folder).resolve(name).normalize();
    Path parent = file.resolveSibling("");
    Files.createDirectories(parent);
    if (!parent.toRealPath().startsWith(directory.toRealPath())) {
      throw new IOException(
          file + " leads out of " + directory + ": remove the link in between and start again");
    }
    return file;
  }

  /** True if the file holds the content now; false if it is another record's. */
  private static boolean claim(Path file, byte[] content) throws IOException {
    if (Files.exists(file)) {
      return holds(file, content);
    }
    Path unfinished = file.resolveSibling(".ardm-" + UUID.randomUUID() + ".part");
    try {
      Files.write(unfinished, content);
      Files.createLink(file, unfinished);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return holds(file, content);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static boolean holds(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == content.length
        && Arrays.equals(Files.readAllBytes(file), content);
  }

  private static String withOrigin(String name, String origin) {
    int dot = name.lastIndexOf('.');
    String suffix = "~" + FileNames.safe(origin).replace('/', '_');
    return dot <= 0 ? name + suffix : name.substring(0, dot) + suffix + name.substring(dot);
  }
}
