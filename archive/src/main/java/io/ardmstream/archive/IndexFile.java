package io.ardmstream.archive;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A sorted index file, searched where it lies: a look-up reads some lines, never all, and checks
 * each of them.
 */
final class IndexFile implements Closeable {

  private static final int WINDOW = 512;

  /** "end", a number of 19 digits at most, a checksum, tabs, a line end. */
  private static final int LONGEST_END = 34;

  private final String name;
  private final StoredFile content;
  private final boolean checked;
  private final boolean current;

  /** Where entries begin and end. */
  private final long first;

  private final long end;

  /**
   * Looks into an index.
   *
   * @param name of the file
   * @param content closed with this, and if this fails
   * @throws DamagedIndexException if it lacks its end
   */
  IndexFile(String name, StoredFile content) throws IOException {
    this.name = name;
    this.content = content;
    try {
      byte[] head = line(0);
      checked = IndexLine.isHead(head);
      current = IndexLine.isCurrentHead(head);
      first = checked ? head.length + 1 : 0;
      end = checked ? findEnd() : content.size();
    } catch (IOException e) {
      content.close();
      throw e;
    }
  }

  /** The name of the file. */
  String name() {
    return name;
  }

  /** Whether there is anything in it; version 1 began with an empty one. */
  boolean hasContent() throws IOException {
    return content.size() > 0;
  }

  /** Whether it is of the version that is written today. */
  boolean isCurrent() {
    return current;
  }

  /** The entry of a name. Halves the range in which its line begins until none is left. */
  Optional<ArchiveEntry> find(String name) throws IOException {
    byte[] key = IndexLine.escape(name).getBytes(StandardCharsets.UTF_8);
    long low = first;
    long high = end;
    while (low < high) {
      long middle = (low + high) >>> 1;
      long start = middle == low ? low : endOfLine(middle - 1);
      if (start >= high) {
        high = middle;
        continue;
      }
      byte[] line = line(start);
      ArchiveEntry entry = checked ? IndexLine.checked(line) : IndexLine.parse(line);
      int order = Arrays.compareUnsigned(key, entry.key());
      if (order == 0) {
        return Optional.of(entry);
      }
      low = order > 0 ? start + line.length + 1 : low;
      high = order > 0 ? high : middle;
    }
    return Optional.empty();
  }

  /** All entries in order, also when the file has lost its name to a merge. */
  IndexScan scan() throws IOException {
    return new IndexScan(name, new StoredStream(content, 0));
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /** Position of the last line, which has to be an end. */
  private long findEnd() throws IOException {
    long start = Math.max(first, content.size() - LONGEST_END);
    for (long next = start; next < content.size(); next = endOfLine(next)) {
      start = next;
    }
    byte[] last = line(start);
    if (!IndexLine.isEnd(last) || start + last.length + 1 != content.size()) {
      throw new DamagedIndexException(
          name.substring(name.lastIndexOf('/') + 1) + ": it has no end");
    }
    return start;
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
    while (content.read(window.clear(), next) > 0) {
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
