package io.ardmstream.jobs.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Temporary files that leave nothing behind when the process is killed: they have no name. */
final class Scratch {
  private static final int BUFFER = 1 << 16;

  private Scratch() {}

  /** A new one, in the folder of the JVM for temporary files. */
  static FileChannel open() throws IOException {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "ardm-" + UUID.randomUUID());
    // the JDK takes the name away at once where the operating system allows it
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Writes all of a stream. */
  static void fill(FileChannel file, InputStream content) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      write(file, ByteBuffer.wrap(buffer, 0, read));
    }
  }

  /** Writes all of some bytes at the end; a full disk is said with the folder that it is about. */
  static void write(FileChannel file, ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException e) {
      throw new IOException(System.getProperty("java.io.tmpdir") + ": " + e.getMessage(), e);
    }
  }
}
