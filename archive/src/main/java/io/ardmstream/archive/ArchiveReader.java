package io.ardmstream.archive;

import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Decoding;
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

/** Brings files back by their index entries, many at once, and checks every checksum. */
final class ArchiveReader {

  private final Archive archive;
  private final Codec codec;

  ArchiveReader(Archive archive, Codec codec) {
    this.archive = archive;
    this.codec = codec;
  }

  /** One result for each entry, by part and position. */
  List<RestoredFile> read(List<ArchiveEntry> entries) {
    List<RestoredFile> results = new ArrayList<>();
    List<ArchiveEntry> found = new ArrayList<>();
    List<byte[]> containers = new ArrayList<>();
    Map<String, List<ArchiveEntry>> parts =
        entries.stream()
            .collect(Collectors.groupingBy(ArchiveEntry::part, TreeMap::new, Collectors.toList()));
    parts.forEach((part, wanted) -> readPart(part, wanted, found, containers, results));
    List<Decoding> decodings = codec.decode(containers);
    for (int i = 0; i < decodings.size(); i++) {
      results.add(check(found.get(i), decodings.get(i)));
    }
    return results;
  }

  private void readPart(
      String part,
      List<ArchiveEntry> wanted,
      List<ArchiveEntry> found,
      List<byte[]> containers,
      List<RestoredFile> results) {
    Map<Long, List<ArchiveEntry>> blocks =
        wanted.stream()
            .collect(
                Collectors.groupingBy(ArchiveEntry::position, TreeMap::new, Collectors.toList()));
    try (PartReader reader = new PartReader(archive.root().resolve(part))) {
      blocks.forEach(
          (position, entries) -> {
            try {
              pick(entries, payloads(reader, position), found, containers, results);
            } catch (IOException e) {
              fail(entries, e, results);
            }
          });
    } catch (IOException e) {
      fail(wanted, e, results);
    }
  }

  private static Map<String, byte[]> payloads(PartReader reader, long position) throws IOException {
    Map<String, byte[]> payloads = new HashMap<>();
    for (EncodedRecord record : reader.records(position)) {
      payloads.put(record.getName(), ByteFields.toArray(record.getPayload()));
    }
    return payloads;
  }

  private static void pick(
      List<ArchiveEntry> entries,
      Map<String, byte[]> payloads,
      List<ArchiveEntry> found,
      List<byte[]> containers,
      List<RestoredFile> results) {
    for (ArchiveEntry entry : entries) {
      byte[] container = payloads.get(entry.name());
      if (container == null) {
        results.add(RestoredFile.failed(entry, missing(entry)));
      } else {
        found.add(entry);
        containers.add(container);
      }
    }
  }

  private static void fail(List<ArchiveEntry> entries, IOException e, List<RestoredFile> results) {
    for (ArchiveEntry entry : entries) {
      results.add(RestoredFile.failed(entry, FileFailure.corrupt(entry.name(), e.getMessage())));
    }
  }

  private static FileFailure missing(ArchiveEntry entry) {
    return FileFailure.corrupt(
        entry.name(),
        "%s does not hold it at byte %d: restore this file from a copy of the archive"
            .formatted(entry.part(), entry.position()));
  }

  private static RestoredFile check(ArchiveEntry entry, Decoding decoding) {
    if (decoding instanceof Decoding.Failed failed) {
      return RestoredFile.failed(entry, FileFailure.of(entry.name(), failed.failure()));
    }
    Decoding.Decoded decoded = decoding.orThrow();
    boolean exact = decoded.info().fidelity() == Fidelity.BYTES;
    if (exact && !HexFormat.of().formatHex(Sha256.of(decoded.bytes())).equals(entry.sha256())) {
      String message = "its SHA-256 is not that of the original: restore it from a copy";
      return RestoredFile.failed(entry, FileFailure.corrupt(entry.name(), message));
    }
    return new RestoredFile(entry, decoded.bytes(), exact, null);
  }
}
