package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.ArchiveWriter;
import io.ardmstream.archive.restore.FileFailure;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.jobs.backfill.source.Original;
import io.ardmstream.media.MediaOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Collects originals, encodes them together and appends them to an archive. Those of one folder may
 * lean on each other, in the order of their names.
 */
final class BatchEncoder {

  private static final Comparator<Loaded> IN_ORDER =
      Comparator.comparing(Loaded::folder).thenComparing(loaded -> loaded.original().name());

  private final Codec codec;
  private final MediaOptions options;
  private final long batchBytes;
  private final int groupRecords;
  private final ArchiveWriter writer;
  private final BackfillTally tally;
  private final List<Loaded> batch = new ArrayList<>();
  private long bytes;

  BatchEncoder(Codec codec, BackfillSettings settings, ArchiveWriter writer, BackfillTally tally) {
    this.codec = codec;
    this.options = settings.media().withOpaqueAllowed();
    this.batchBytes = settings.batchBytes();
    this.groupRecords = settings.groupRecords();
    this.writer = writer;
    this.tally = tally;
  }

  void add(Loaded loaded) throws IOException {
    batch.add(loaded);
    bytes += loaded.bytes().length;
    if (bytes >= batchBytes) {
      flush();
    }
  }

  void flush() throws IOException {
    if (groupRecords > 1) {
      batch.sort(IN_ORDER);
    }
    List<Encoding> encodings = encode(batch);
    for (int i = 0; i < encodings.size(); i++) {
      settle(batch.get(i), encodings.get(i));
    }
    batch.clear();
    bytes = 0;
    writer.publishDue();
  }

  /** A defect in the codec costs only the file that provokes it, which counts as failed. */
  private List<Encoding> encode(List<Loaded> originals) {
    try {
      return codec.encodeStreams(streams(originals), groupRecords).stream()
          .flatMap(List::stream)
          .collect(Collectors.toList());
    } catch (RuntimeException defect) {
      List<Encoding> alone = new ArrayList<>();
      for (Loaded original : originals) {
        alone.add(encodeAlone(original, defect));
      }
      return alone;
    }
  }

  /** With groups each folder is a stream. */
  private List<List<Source>> streams(List<Loaded> originals) {
    Map<Object, List<Source>> streams = new LinkedHashMap<>();
    for (Loaded original : originals) {
      Object stream = groupRecords > 1 ? original.folder() : this;
      streams.computeIfAbsent(stream, unseen -> new ArrayList<>()).add(source(original));
    }
    return List.copyOf(streams.values());
  }

  private Encoding encodeAlone(Loaded original, RuntimeException before) {
    try {
      return codec.encode(List.of(source(original))).get(0);
    } catch (RuntimeException defect) {
      defect.addSuppressed(before);
      tally.failed(FileFailure.of(original.original().name(), defect));
      return null;
    }
  }

  private Source source(Loaded loaded) {
    return new Source(loaded.bytes(), options);
  }

  private void settle(Loaded loaded, Encoding encoding) throws IOException {
    Original original = loaded.original();
    if (encoding instanceof Encoding.Failed failed) {
      tally.failed(FileFailure.of(original.name(), failed.failure()));
    } else if (encoding instanceof Encoding.Encoded encoded) {
      String sha256 = HexFormat.of().formatHex(loaded.sha256());
      writer.append(
          ArchivedRecords.of(original, loaded.sha256(), encoded),
          ArchiveEntry.unplaced(
              original.name(), loaded.bytes().length, original.modified(), sha256));
      tally.archived(original.name(), encoded.statistics());
    }
  }
}
