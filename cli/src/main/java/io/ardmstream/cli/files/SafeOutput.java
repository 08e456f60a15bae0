package io.ardmstream.cli.files;

import io.ardmstream.archive.DurableFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files so that under their name there is the whole file or what was there before. */
public final class SafeOutput {
  private final boolean overwrite;

  /**
   * Writes files.
   *
   * @param overwrite whether those that exist are replaced
   */
  public SafeOutput(boolean overwrite) {
    this.overwrite = overwrite;
  }

  /** Fails early when {@code file} must not be written. */
  public void check(Path file) throws FileAlreadyExistsException {
    if (!overwrite && Files.exists(file)) {
      throw new FileAlreadyExistsException(
          file.toString(), null, "remove it, or overwrite it with -f");
    }
  }

  /**
   * Writes a file and brings it to the disk.
   *
   * @throws FileAlreadyExistsException if it exists and is not to be replaced
   */
  public void write(Path file, byte[] content) throws IOException {
    check(file);
    DurableFiles.replace(file.toAbsolutePath(), content);
  }
}
