package io.ardmstream.archive.restore;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.PartBlock;
import io.ardmstream.archive.PartReader;
import io.ardmstream.archive.Sha256;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
import io.ardmstream.codec.HeapGuard;
import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.media.Fidelity;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings files back by their index entries, many at once, and checks every checksum. What a record
 * leans on is remembered from earlier calls, or read from where its group begins.
 */
final class ArchiveReader {

  private static final String DIFFERS =
      "the index tells another length, time or checksum of it than its record: delete the folder"
          + " 'index' of the archive; the next backfill rebuilds it";

  private record Found(ArchiveEntry entry, EncodedRecord record) {}

  private final Archive archive;
  private final StreamDecoder decoder;

  ArchiveReader(Archive archive, Codec codec) {
    this.archive = archive;
    this.decoder = codec.streamDecoder();
  }

  /**
   * One result for each entry, by part and position. What does not fit into the heap fails alone.
   */
  List<RestoredFile> read(List<ArchiveEntry> entries) {
    return HeapGuard.together(
        entries,
        this::together,
        (entry, refusal) -> RestoredFile.failed(entry, FileFailure.of(entry.name(), refusal)));
  }

  private List<RestoredFile> together(List<ArchiveEntry> entries) {
    List<RestoredFile> results = new ArrayList<>();
    List<Found> found = new ArrayList<>();
    List<byte[]> containers = new ArrayList<>();
    Map<String, List<ArchiveEntry>> parts =
        entries.stream()
            .collect(Collectors.groupingBy(ArchiveEntry::part, TreeMap::new, Collectors.toList()));
    parts.forEach((part, wanted) -> readPart(part, wanted, found, containers, results));
    List<Decoding> decodings = decoder.decode(containers);
    for (int i = 0; i < decodings.size(); i++) {
      results.add(check(found.get(i), decodings.get(i)));
    }
    return results;
  }

  private void readPart(
      String part,
      List<ArchiveEntry> wanted,
      List<Found> found,
      List<byte[]> containers,
      List<RestoredFile> results) {
    Map<Long, List<ArchiveEntry>> blocks =
        wanted.stream()
            .collect(
                Collectors.groupingBy(ArchiveEntry::position, TreeMap::new, Collectors.toList()));
    int before = found.size();
    try (PartReader reader = archive.part(part)) {
      blocks.forEach(
          (position, entries) -> {
            try {
              pick(entries, records(reader, position), found, containers, results);
            } catch (IOException e) {
              fail(entries, e, results);
            }
          });
      int after = found.size();
      gather(reader, found.subList(before, after), containers.subList(before, after));
    } catch (IOException e) {
      fail(wanted, e, results);
    }
  }

  /** Has the decoder remember what records of a part lean on. */
  private void gather(PartReader reader, List<Found> found, List<byte[]> containers) {
    containers.forEach(decoder::remember);
    for (int i = 0; i < found.size(); i++) {
      if (decoder.gap(containers.get(i)).isPresent()) {
        try {
          remember(reader, found.get(i).entry());
        } catch (IOException damaged) {
          // The record that leans on what is damaged is refused, and says so.
        }
      }
    }
  }

  /** Goes through the blocks from the beginning of a group to one of its records. */
  private void remember(PartReader reader, ArchiveEntry entry) throws IOException {
    PartBlock block = reader.block(entry.begin());
    while (block != null && block.position() <= entry.position()) {
      for (EncodedRecord record : reader.records(block)) {
        decoder.remember(ByteFields.toArray(record.getPayload()));
      }
      block = reader.after(block);
    }
  }

  private static Map<String, EncodedRecord> records(PartReader reader, long position)
      throws IOException {
    Map<String, EncodedRecord> records = new HashMap<>();
    for (EncodedRecord record : reader.records(position)) {
      records.put(record.getName(), record);
    }
    return records;
  }

  private static void pick(
      List<ArchiveEntry> entries,
      Map<String, EncodedRecord> records,
      List<Found> found,
      List<byte[]> containers,
      List<RestoredFile> results) {
    for (ArchiveEntry entry : entries) {
      EncodedRecord record = records.get(entry.name());
      if (record == null) {
        results.add(RestoredFile.failed(entry, missing(entry)));
        continue;
      }
      try {
        if (ArchiveEntry.of(record, entry.part(), entry.position(), entry.begin()).equals(entry)) {
          found.add(new Found(entry, record));
          containers.add(ByteFields.toArray(record.getPayload()));
        } else {
          results.add(RestoredFile.failed(entry, FileFailure.corrupt(entry.name(), DIFFERS)));
        }
      } catch (IOException incomplete) {
        fail(List.of(entry), incomplete, results);
      }
    }
  }

  private static void fail(List<ArchiveEntry> entries, IOException e, List<RestoredFile> results) {
    for (ArchiveEntry entry : entries) {
      results.add(RestoredFile.failed(entry, FileFailure.reading(entry.name(), e)));
    }
  }

  private static FileFailure missing(ArchiveEntry entry) {
    return FileFailure.corrupt(
        entry.name(),
        "%s does not hold it at byte %d: restore this file from a copy of the archive"
            .formatted(entry.part(), entry.position()));
  }

  private static RestoredFile check(Found found, Decoding decoding) {
    ArchiveEntry entry = found.entry();
    if (decoding instanceof Decoding.Failed failed) {
      return RestoredFile.failed(entry, FileFailure.of(entry.name(), failed.failure()));
    }
    Decoding.Decoded decoded = decoding.orThrow();
    boolean exact = decoded.info().fidelity() == Fidelity.BYTES;
    if (exact && !HexFormat.of().formatHex(Sha256.of(decoded.bytes())).equals(entry.sha256())) {
      String message = "its SHA-256 is not that of the original: restore it from a copy";
      return RestoredFile.failed(entry, FileFailure.corrupt(entry.name(), message));
    }
    return new RestoredFile(entry, found.record(), decoded.bytes(), exact, null);
  }
}
