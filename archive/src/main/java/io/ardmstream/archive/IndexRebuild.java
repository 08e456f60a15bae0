package io.ardmstream.archive;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
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
  static void run(Path root, List<String> parts) throws IOException {
    for (String part : parts) {
      ArchiveIndex.announce(root, part, entries(root.resolve(part), part));
    }
  }

  private static List<ArchiveEntry> entries(Path file, String part) throws IOException {
    List<ArchiveEntry> entries = new ArrayList<>();
    try (PartReader reader = new PartReader(file)) {
      for (PartBlock block = reader.first(); block != null; block = reader.after(block)) {
        for (EncodedRecord record : reader.records(block)) {
          entries.add(entry(record, part, block.position()));
        }
      }
    }
    return entries;
  }

  private static ArchiveEntry entry(EncodedRecord record, String part, long position)
      throws IOException {
    if (record.getName() == null || record.getEventTime() == null) {
      throw new IOException(
          "%s has a record without name or time at byte %d: remove it, no archive has such a part"
              .formatted(part, position));
    }
    return new ArchiveEntry(
        record.getName(),
        record.getRawLength(),
        record.getEventTime().toEpochMilli(),
        sha256(record),
        part,
        position);
  }

  private static String sha256(EncodedRecord record) {
    return record.getHeaders().stream()
        .filter(header -> header.getKey().equals(Archive.CHECKSUM))
        .map(Header::getValue)
        .map(value -> HexFormat.of().formatHex(ByteFields.toArray(value)))
        .findFirst()
        .orElse("");
  }
}
