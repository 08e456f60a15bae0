package io.ardmstream.cli.files;

import io.ardmstream.failure.UnsupportedInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that may be too large for the memory. */
public final class FileContent {
  private FileContent() {}

  /**
   * All bytes of a file.
   *
   * @throws UnsupportedInputException when they do not fit into the heap
   */
  public static byte[] of(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (OutOfMemoryError tooLarge) {
      throw UnsupportedInputException.beyondHeap("whole file", tooLarge);
    }
  }
}
