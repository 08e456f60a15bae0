package io.ardmstream.jobs.archive;

import io.ardmstream.archive.StoredFile;
import java.nio.ByteBuffer;

/** A small file that was read whole. */
final class MemoryFile implements StoredFile {
  private final byte[] content;

  MemoryFile(byte[] content) {
    this.content = content;
  }

  @Override
  public long size() {
    return content.length;
  }

  @Override
  public int read(ByteBuffer into, long position) {
    if (position >= content.length) {
      return -1;
    }
    int length = (int) Math.min(into.remaining(), content.length - position);
    into.put(content, (int) position, length);
    return length;
  }

  @Override
  public void close() {
    // it is nowhere else
  }
}
