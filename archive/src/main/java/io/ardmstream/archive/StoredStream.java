package io.ardmstream.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A stored file from some position on; any number of them may be read at once. Leaves it open. */
final class StoredStream extends InputStream {
  private final StoredFile file;
  private long next;

  StoredStream(StoredFile file, long position) {
    this.file = file;
    this.next = position;
  }

  /** Where the next byte is read. */
  long position() {
    return next;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = file.read(ByteBuffer.wrap(into, offset, length), next);
    next += Math.max(0, read);
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }
}
