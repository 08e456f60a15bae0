package io.ardmstream.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A published file of an archive, read anywhere; by one thread at a time. */
public interface StoredFile extends Closeable {

  /** Bytes of it. */
  long size() throws IOException;

  /**
   * Reads some of the bytes from a position on.
   *
   * @return how many, or -1 at the end and behind it
   */
  int read(ByteBuffer into, long position) throws IOException;
}
