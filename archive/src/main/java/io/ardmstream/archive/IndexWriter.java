package io.ardmstream.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes an index file of version 3: a head, a line for each entry, an end with their number. */
final class IndexWriter implements Closeable {

  private final OutputStream out;
  private final CRC32C all = new CRC32C();
  private long count;

  /**
   * Begins an index.
   *
   * @param content takes it; closed with this
   */
  IndexWriter(OutputStream content) throws IOException {
    out = new CheckedOutputStream(new BufferedOutputStream(content), all);
    out.write((IndexLine.HEAD + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Adds an entry; they have to come in the order of their names. */
  void add(ArchiveEntry entry) throws IOException {
    byte[] line = IndexLine.format(entry).getBytes(StandardCharsets.UTF_8);
    out.write(line);
    out.write(
        ("\t" + IndexLine.checksum(line, line.length) + "\n").getBytes(StandardCharsets.UTF_8));
    count++;
  }

  /** Completes the file. */
  void finish() throws IOException {
    out.write((IndexLine.END + count).getBytes(StandardCharsets.UTF_8));
    String checksum = IndexLine.hex(all);
    out.write(("\t" + checksum + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
