package io.ardmstream.jobs.backfill.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * The end of a zip file, which says how many members its directory names (APPNOTE 4.3.14 to
 * 4.3.16). Readers of zip files stop at the first damaged name and never look.
 */
final class ZipEnd {

  private static final int RECORD = 0x06054b50;
  private static final int RECORD_BYTES = 22;
  private static final int RECORD_ENTRIES = 10;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int LOCATOR_POSITION = 8;
  private static final int RECORD64 = 0x06064b50;
  private static final int RECORD64_BYTES = 56;
  private static final int RECORD64_ENTRIES = 32;

  private ZipEnd() {}

  /**
   * The number of members.
   *
   * @throws IOException if this is no zip file
   */
  static long entries(SeekableByteChannel file) throws IOException {
    long from = Math.max(0, file.size() - RECORD_BYTES - LONGEST_COMMENT - LOCATOR_BYTES);
    ByteBuffer tail = bytes(file, from, (int) (file.size() - from));
    for (int at = tail.limit() - RECORD_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == RECORD) {
        boolean large = at >= LOCATOR_BYTES && tail.getInt(at - LOCATOR_BYTES) == LOCATOR;
        return large
            ? entries64(file, tail.getLong(at - LOCATOR_BYTES + LOCATOR_POSITION))
            : tail.getShort(at + RECORD_ENTRIES) & 0xFFFF;
      }
    }
    throw new IOException("it has no end as zip files have: it is cut, or no zip file");
  }

  private static long entries64(SeekableByteChannel file, long position) throws IOException {
    if (position < 0 || position > file.size() - RECORD64_BYTES) {
      throw new IOException("its end names a place that it does not have: it is damaged");
    }
    ByteBuffer record = bytes(file, position, RECORD64_BYTES);
    if (record.getInt(0) != RECORD64) {
      throw new IOException("its end names a place where its directory is not: it is damaged");
    }
    return record.getLong(RECORD64_ENTRIES);
  }

  private static ByteBuffer bytes(SeekableByteChannel file, long position, int length)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.position(position);
    while (bytes.hasRemaining()) {
      if (file.read(bytes) < 0) {
        throw new EOFException("it ends early");
      }
    }
    return bytes.flip();
  }
}
