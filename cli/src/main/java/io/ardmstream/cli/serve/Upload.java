package io.ardmstream.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The body of a request. It lies on disk until it is whole, so that who sends slowly takes neither
 * memory nor a turn from others. The file has no name any more once it is open: nothing is left of
 * it whatever ends the process.
 */
final class Upload implements AutoCloseable {
  private static final int PIECE = 1 << 16;

  private final FileChannel file;
  private final int most;
  private long length;

  private Upload(FileChannel file, int most) {
    this.file = file;
    this.most = most;
  }

  /**
   * Takes a body in, or so much of it that it is known to be too large.
   *
   * @param most bytes that it may have
   * @throws IOException if the client ends too early
   * @throws UncheckedIOException if there is no room for it
   */
  static Upload receive(InputStream body, int most) throws IOException {
    Upload upload = new Upload(open(), most);
    try {
      byte[] piece = new byte[PIECE];
      for (int read = 0; read >= 0 && !upload.isTooLarge(); read = body.read(piece)) {
        upload.add(ByteBuffer.wrap(piece, 0, read));
      }
      return upload;
    } catch (IOException | RuntimeException failed) {
      upload.close();
      throw failed;
    }
  }

  private static FileChannel open() {
    try {
      Path file = Files.createTempFile("ardm-request-", "");
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  private void add(ByteBuffer bytes) {
    length += bytes.remaining();
    try {
      while (!isTooLarge() && bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  boolean isTooLarge() {
    return length > most;
  }

  /** All of it, in memory. */
  byte[] bytes() {
    ByteBuffer all = ByteBuffer.allocate((int) length);
    try {
      file.position(0);
      while (all.hasRemaining() && file.read(all) >= 0) {
        continue;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.array();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
