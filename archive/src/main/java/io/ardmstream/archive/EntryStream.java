package io.ardmstream.archive;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The entries of several sorted index files in one order, each name once. */
final class EntryStream implements Closeable {

  private record Head(ArchiveEntry entry, BufferedReader rest) {}

  private final List<BufferedReader> readers = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(Comparator.comparing(Head::entry, ArchiveEntry.ORDER));

  EntryStream(List<IndexFile> files) throws IOException {
    for (IndexFile file : files) {
      BufferedReader reader = file.lines();
      readers.add(reader);
      advance(reader);
    }
  }

  /** The next entry, or null at the end. */
  ArchiveEntry next() throws IOException {
    Head head = heads.poll();
    if (head == null) {
      return null;
    }
    advance(head.rest());
    while (!heads.isEmpty() && heads.peek().entry().name().equals(head.entry().name())) {
      advance(heads.remove().rest());
    }
    return head.entry();
  }

  @Override
  public void close() throws IOException {
    for (BufferedReader reader : readers) {
      reader.close();
    }
  }

  private void advance(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    if (line != null) {
      heads.add(new Head(IndexLine.parse(line), reader));
    }
  }
}
