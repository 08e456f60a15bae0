package io.ardmstream.archive.restore;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.EntryStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Chosen entries of an archive in batches that models work on together and memory can hold. */
final class EntryBatches implements Closeable {

  private static final long BATCH_BYTES = 8 << 20;
  private static final int BATCH_FILES = 4096;

  private final EntryStream entries;
  private final Predicate<ArchiveEntry> choice;

  EntryBatches(Archive archive, Predicate<ArchiveEntry> choice) throws IOException {
    this.entries = archive.entries();
    this.choice = choice;
  }

  /** The next batch; empty at the end. */
  List<ArchiveEntry> next() throws IOException {
    List<ArchiveEntry> batch = new ArrayList<>();
    long bytes = 0;
    while (bytes < BATCH_BYTES && batch.size() < BATCH_FILES) {
      ArchiveEntry entry = entries.next();
      if (entry == null) {
        return batch;
      }
      if (choice.test(entry)) {
        batch.add(entry);
        bytes += entry.length();
      }
    }
    return batch;
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
