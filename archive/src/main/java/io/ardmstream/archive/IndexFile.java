package io.ardmstream.archive;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/** A sorted index file, searched where it lies: a look-up reads some lines, never all. */
final class IndexFile implements Closeable {

  private static final int WINDOW = 512;

  private final Path file;
  private final FileChannel channel;

  IndexFile(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  /** The entry of a name. Halves the range in which its line begins until none is left. */
  Optional<ArchiveEntry> find(String name) throws IOException {
    byte[] key = IndexLine.escape(name).getBytes(StandardCharsets.UTF_8);
    long low = 0;
    long high = channel.size();
    while (low < high) {
      long middle = (low + high) >>> 1;
      long start = middle == low ? low : endOfLine(middle - 1);
      if (start >= high) {
        high = middle;
        continue;
      }
      byte[] line = line(start);
      int order = Arrays.compareUnsigned(key, nameOf(line));
      if (order == 0) {
        return Optional.of(IndexLine.parse(new String(line, StandardCharsets.UTF_8)));
      }
      low = order > 0 ? start + line.length + 1 : low;
      high = order > 0 ? high : middle;
    }
    return Optional.empty();
  }

  /** All lines in order. */
  BufferedReader lines() throws IOException {
    return Files.newBufferedReader(file, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static byte[] nameOf(byte[] line) {
    int end = 0;
    while (end < line.length && line[end] != '\t') {
      end++;
    }
    return Arrays.copyOf(line, end);
  }

  /** Position after the first line end at or behind a position. */
  private long endOfLine(long position) throws IOException {
    return position + line(position).length + 1;
  }

  /** The bytes from a position to the end of its line. */
  private byte[] line(long position) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    ByteBuffer window = ByteBuffer.allocate(WINDOW);
    long next = position;
    while (channel.read(window.clear(), next) > 0) {
      next += window.position();
      for (int i = 0; i < window.position(); i++) {
        if (window.get(i) == '\n') {
          line.write(window.array(), 0, i);
          return line.toByteArray();
        }
      }
      line.write(window.array(), 0, window.position());
    }
    return line.toByteArray();
  }
}
