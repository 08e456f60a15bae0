package io.ardmstream.cli.files;

import io.ardmstream.archive.DurableFiles;
import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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
      throw new FileAlreadyExistsException(file.toString());
    }
  }

  /**
   * Writes a file and brings it to the disk.
   *
   * @throws FileAlreadyExistsException if it exists and is not to be replaced
   */
  public void write(Path file, byte[] content) throws IOException {
    check(file);
    Path name = file.toAbsolutePath();
    Path unfinished =
        PathText.resolve(
            name.getParent(),
            ".%s.%d.part"
                .formatted(PathText.of(name.getFileName()), ProcessHandle.current().pid()));
    try {
      try {
        writeThrough(unfinished, content);
      } catch (IOException e) {
        throw DurableFiles.named(file, e);
      }
      check(file);
      Files.move(unfinished, name, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void writeThrough(Path file, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }
}
