package io.ardmstream.archive;

import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes the index again out of what the parts hold. */
final class IndexRebuild {

  private IndexRebuild() {}

  /**
   * Announces every part as if it had just been written.
   *
   * @throws IOException also if a part is damaged: an index without its records would have them
   *     archived again
   */
  static void run(ArchiveStore store, List<String> parts) throws IOException {
    for (String part : parts) {
      ArchiveIndex.announce(store, part, entries(store, part));
    }
  }

  private static List<ArchiveEntry> entries(ArchiveStore store, String part) throws IOException {
    List<ArchiveEntry> entries = new ArrayList<>();
    GroupChains<Long> begins = new GroupChains<>();
    try (PartReader reader = new PartReader(store.location() + "/" + part, store.open(part))) {
      for (PartBlock block = reader.first(); block != null; block = reader.after(block)) {
        for (EncodedRecord record : reader.records(block)) {
          long begin = begins.of(record, block.position());
          entries.add(ArchiveEntry.of(record, part, block.position(), begin));
        }
      }
    }
    return entries;
  }
}
