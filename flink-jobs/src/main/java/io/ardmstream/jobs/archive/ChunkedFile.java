package io.ardmstream.jobs.archive;

import io.ardmstream.archive.StoreFailure;
import io.ardmstream.archive.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.core.fs.FSDataInputStream;

/**
 * A file that is read in chunks, of which the last few are remembered: each jump is a request to a
 * server, and what readers want lies close together.
 */
final class ChunkedFile implements StoredFile {
  private static final int CHUNK = 256 << 10;
  private static final int KEPT = 4;

  private final String location;
  private final FSDataInputStream in;
  private final long size;
  private final Map<Long, byte[]> chunks = new LinkedHashMap<>();

  ChunkedFile(String location, FSDataInputStream in, long size) {
    this.location = location;
    this.in = in;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    if (position >= size) {
      return -1;
    }
    byte[] chunk = chunk(position / CHUNK);
    int offset = (int) (position % CHUNK);
    int length = Math.min(into.remaining(), chunk.length - offset);
    into.put(chunk, offset, length);
    return length;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private byte[] chunk(long number) throws IOException {
    byte[] chunk = chunks.remove(number);
    if (chunk == null) {
      chunk = fetch(number * CHUNK);
    }
    chunks.put(number, chunk);
    if (chunks.size() > KEPT) {
      chunks.remove(chunks.keySet().iterator().next());
    }
    return chunk;
  }

  private byte[] fetch(long position) throws IOException {
    int length = (int) Math.min(CHUNK, size - position);
    try {
      if (in.getPos() != position) {
        in.seek(position);
      }
      byte[] chunk = in.readNBytes(length);
      if (chunk.length < length) {
        throw new IOException("it ends at byte %d".formatted(position + chunk.length));
      }
      return chunk;
    } catch (IOException e) {
      throw new StoreFailure(location + " could not be read: " + e.getMessage(), e);
    }
  }
}
