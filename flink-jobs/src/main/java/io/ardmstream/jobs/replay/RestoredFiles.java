package io.ardmstream.jobs.replay;

import io.ardmstream.archive.DurableFiles;
import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes restored records below one directory. A file appears whole or not at all and is on the
 * disk when it has its name, an existing file is never changed, and writing the same record again
 * does nothing, so a job that restarts leaves the same files as one that does not.
 *
 * <p>A name that is taken, by a file or by a folder, or that the file system cannot have, is
 * replaced by one that tells the origin of the record.
 */
public final class RestoredFiles {

  /** Longer paths are not tried: many file systems end at 4096 bytes, with the directory. */
  private static final int LONGEST_PATH = 1000;

  /** Short enough for every file system. */
  private static final int SHORT = 60;

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
   * @throws FileAlreadyExistsException if all names that it could have are taken by other content
   * @throws IOException if the file cannot be written
   */
  public Path write(String stream, String name, String origin, byte[] content) throws IOException {
    String safe = FileNames.safe(name);
    String path = FileNames.safe(stream) + "/" + (safe.isEmpty() ? FileNames.safe(origin) : safe);
    String last = path.substring(path.lastIndexOf('/') + 1);
    String folder = path.substring(0, path.length() - last.length());
    String label = FileNames.safe(origin).replace('/', '_');
    if (path.length() <= LONGEST_PATH) {
      for (String candidate : List.of(last, withOrigin(last, label))) {
        try {
          return create(folder, candidate, content);
        } catch (IOException nameCannotBe) {
          // if it is not for the name, the last one fails as well, and tells
        }
      }
    }
    String plain = FileNames.ascii(last);
    return create("~" + label, plain.substring(Math.max(0, plain.length() - SHORT)), content);
  }

  private Path create(String folder, String name, byte[] content) throws IOException {
    Path parent = PathText.resolve(directory, folder.replaceFirst("^/+", "")).normalize();
    DurableFiles.createFolders(parent);
    if (!parent.toRealPath().startsWith(directory.toRealPath())) {
      throw new IOException(parent + " leads out of " + directory + ": remove the link in between");
    }
    Path file = PathText.resolve(parent, name);
    DurableFiles.create(file, content, null);
    DurableFiles.sync(parent);
    return file;
  }

  private static String withOrigin(String name, String label) {
    int dot = name.lastIndexOf('.');
    String suffix = "~" + label;
    return dot <= 0 ? name + suffix : name.substring(0, dot) + suffix + name.substring(dot);
  }
}
