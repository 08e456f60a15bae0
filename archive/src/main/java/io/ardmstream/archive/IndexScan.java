package io.ardmstream.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Reads an index file from its beginning to its end, and checks all of it. */
final class IndexScan implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final String file;
  private final InputStream in;
  private final CRC32C all = new CRC32C();
  private final boolean checked;
  private byte[] line;
  private byte[] before;
  private long count;

  /**
   * Reads an index file.
   *
   * @param file its name
   * @param content its bytes; closed with the scan
   */
  IndexScan(String file, InputStream content) throws IOException {
    this.file = file;
    this.in = new BufferedInputStream(content, BUFFER);
    line = readLine();
    checked = IndexLine.isHead(line);
    if (checked) {
      note(line);
      line = readLine();
    }
  }

  /**
   * The next entry, or null at the end.
   *
   * @throws DamagedIndexException if the file is not what was written, as far as it was read
   */
  ArchiveEntry next() throws IOException {
    if (line == null) {
      if (checked) {
        throw damaged("it has no end");
      }
      return null;
    }
    if (checked && IndexLine.isEnd(line)) {
      checkEnd();
      return null;
    }
    ArchiveEntry entry = checked ? IndexLine.checked(line) : IndexLine.parse(line);
    if (before != null && Arrays.compareUnsigned(before, entry.key()) >= 0) {
      throw damaged("'%s' is not in order".formatted(entry.name()));
    }
    before = entry.key();
    count++;
    note(line);
    line = readLine();
    return entry;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void checkEnd() throws IOException {
    String end = IndexLine.END + count;
    all.update(end.getBytes(StandardCharsets.UTF_8));
    if (!new String(line, StandardCharsets.UTF_8).equals(end + "\t" + IndexLine.hex(all))) {
      throw damaged("its checksum is wrong");
    }
    if (readLine() != null) {
      throw damaged("it goes on behind its end");
    }
  }

  private void note(byte[] plain) {
    all.update(plain);
    all.update('\n');
  }

  /** A line without its end; null at the end of the file, where a line may not end otherwise. */
  private byte[] readLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b != '\n'; b = in.read()) {
      if (b < 0) {
        throw damaged("it ends within a line");
      }
      bytes.write(b);
    }
    return bytes.toByteArray();
  }

  private DamagedIndexException damaged(String finding) {
    return new DamagedIndexException(file.substring(file.lastIndexOf('/') + 1) + ": " + finding);
  }
}
