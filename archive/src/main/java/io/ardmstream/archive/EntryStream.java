package io.ardmstream.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The entries of several sorted index files in one order, each name once: where parts of several
 * writers have the same name, the part that was begun first counts.
 */
public final class EntryStream implements Closeable {

  private record Head(ArchiveEntry entry, IndexScan rest) {}

  private final List<IndexScan> scans = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparing(
              Head::entry, ArchiveEntry.ORDER.thenComparing(ArchiveEntry::part, PartName.ORDER)));

  public EntryStream(List<IndexFile> files) throws IOException {
    for (IndexFile file : files) {
      IndexScan scan = file.scan();
      scans.add(scan);
      advance(scan);
    }
  }

  /** The next entry, or null at the end. */
  public ArchiveEntry next() throws IOException {
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
    for (IndexScan scan : scans) {
      scan.close();
    }
  }

  private void advance(IndexScan scan) throws IOException {
    ArchiveEntry entry = scan.next();
    if (entry != null) {
      heads.add(new Head(entry, scan));
    }
  }
}
