package io.ardmstream.jobs.backfill.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that knows where it is and how far it may be read. A read is only short at the end,
 * which readers of sparse tar members rely on.
 */
final class MeteredStream extends FilterInputStream {

  private static final int CHUNK = 1 << 16;

  private long position;
  private long end = Long.MAX_VALUE;

  MeteredStream(InputStream in) {
    super(in);
  }

  /** Bytes read so far. */
  long position() {
    return position;
  }

  /** From here on, reading more than this is an error. */
  void allow(long bytes) {
    end = bytes > Long.MAX_VALUE - position ? Long.MAX_VALUE : position + bytes;
  }

  /** Goes on to a position; also past what was allowed. */
  void skipTo(long target) throws IOException {
    byte[] chunk = new byte[CHUNK];
    end = Long.MAX_VALUE;
    while (position < target) {
      if (read(chunk, 0, (int) Math.min(CHUNK, target - position)) < 0) {
        throw new EOFException("it ends after %d bytes, inside a member".formatted(position));
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length > 0 && position == end) {
      throw new IOException("a header claims more than there is, before byte " + position);
    }
    int read = in.readNBytes(target, offset, (int) Math.min(length, end - position));
    position += read;
    return read == 0 && length > 0 ? -1 : read;
  }

  @Override
  public long skip(long length) throws IOException {
    return length <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(length, CHUNK)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
