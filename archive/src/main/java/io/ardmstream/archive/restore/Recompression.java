package io.ardmstream.archive.restore;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.ArchiveWriter;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.EncodeStatistics;
import io.ardmstream.codec.Encoding;
import io.ardmstream.codec.Source;
import io.ardmstream.codec.Verification;
import io.ardmstream.container.GroupPlace;
import io.ardmstream.media.Fidelity;
import io.ardmstream.media.MediaOptions;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.encoded.EncodedValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Writes the files of an archive into another one, encoded anew, without their originals. A file is
 * decoded and held against the SHA-256 of its original; what is made of it is decoded again and
 * compared byte for byte before it is published. A run that was stopped is continued by the next.
 */
public final class Recompression implements AutoCloseable {
  private static final String DIFFERS =
      "the new archive has another file of this name, which never changes: use another archive";
  private static final String LEANS =
      "only its samples are known, and its record leans on others: restore and archive it anew";

  private final Archive from;
  private final Archive to;
  private final Codec codec;
  private final MediaOptions options;
  private final ArchiveWriter writer;
  private final RecompressTally tally = new RecompressTally();
  private volatile boolean stopped;

  /**
   * A recompression.
   *
   * @param to open for writing
   * @param codec decodes, encodes and verifies what it encodes; stays the caller's
   * @param options how to take files apart
   * @param writer of the archive that is written to; closed with this
   */
  public Recompression(
      Archive from, Archive to, Codec codec, MediaOptions options, ArchiveWriter writer) {
    this.from = from;
    this.to = to;
    this.codec = codec;
    this.options = options.withOpaqueAllowed();
    this.writer = writer;
  }

  /**
   * Recompresses all files and publishes them.
   *
   * @param progress told the bytes of what was dealt with
   * @throws IOException if an archive cannot be read or written
   */
  public RecompressReport run(LongConsumer progress) throws IOException {
    ArchiveReader reader = new ArchiveReader(from, codec);
    try (EntryBatches batches = new EntryBatches(from, entry -> true)) {
      List<ArchiveEntry> batch = batches.next();
      while (!batch.isEmpty() && !stopped) {
        recompress(reader.read(missing(batch)));
        writer.publishDue();
        progress.accept(batch.stream().mapToLong(ArchiveEntry::length).sum());
        batch = batches.next();
      }
    }
    writer.finish();
    return tally.report();
  }

  /** From now on no more files are read; any thread may say so. */
  public void stop() {
    stopped = true;
  }

  /** Abandons what was not published. */
  @Override
  public void close() throws IOException {
    writer.close();
  }

  private List<ArchiveEntry> missing(List<ArchiveEntry> batch) throws IOException {
    List<ArchiveEntry> missing = new ArrayList<>();
    for (ArchiveEntry entry : batch) {
      Optional<ArchiveEntry> there = to.find(entry.name());
      if (there.isEmpty()) {
        missing.add(entry);
      } else if (there.get().sha256().equals(entry.sha256())) {
        tally.present();
      } else {
        tally.failed(new FileFailure(entry.name(), FileFailure.Kind.INPUT, DIFFERS));
      }
    }
    return missing;
  }

  private void recompress(List<RestoredFile> files) throws IOException {
    List<RestoredFile> exact = new ArrayList<>();
    for (RestoredFile file : files) {
      if (file.failure() != null) {
        tally.failed(file.failure());
      } else if (file.exact()) {
        exact.add(file);
      } else {
        keep(file, LEANS);
      }
    }
    List<Encoding> encodings =
        codec.encode(exact.stream().map(file -> new Source(file.bytes(), options)).toList());
    for (int i = 0; i < encodings.size(); i++) {
      settle(exact.get(i), encodings.get(i));
    }
  }

  private void settle(RestoredFile file, Encoding encoding) throws IOException {
    if (encoding instanceof Encoding.Failed failed) {
      keep(file, failed.failure().getMessage());
      return;
    }
    Encoding.Encoded encoded = encoding.orThrow();
    EncodeStatistics statistics = encoded.statistics();
    boolean proven =
        statistics.fidelity() == Fidelity.BYTES
            && statistics.verification() != Verification.NOT_ASKED;
    boolean pays = encoded.container().length < payload(file).length || isOfGroup(file);
    if (proven && pays) {
      EncodedRecord record =
          EncodedRecord.newBuilder(file.record())
              .setEncodedLength(encoded.container().length)
              .setModel(EncodedValue.model(statistics))
              .setPayload(ByteFields.of(encoded.container()))
              .build();
      append(file, record);
      tally.recompressed(file.entry().length(), payload(file).length, encoded.container().length);
    } else {
      keep(file, "it could not be proven that it comes back");
    }
  }

  /** Takes a record over as it is, unless others are needed to read it. */
  private void keep(RestoredFile file, String otherwise) throws IOException {
    if (isOfGroup(file)) {
      tally.failed(new FileFailure(file.entry().name(), FileFailure.Kind.INPUT, otherwise));
    } else {
      append(file, file.record());
      tally.kept(file.entry().length(), payload(file).length);
    }
  }

  private void append(RestoredFile file, EncodedRecord record) throws IOException {
    ArchiveEntry entry = file.entry();
    writer.append(
        record,
        ArchiveEntry.unplaced(entry.name(), entry.length(), entry.modified(), entry.sha256()));
  }

  private static boolean isOfGroup(RestoredFile file) {
    return GroupPlace.of(payload(file)).isPresent();
  }

  private static byte[] payload(RestoredFile file) {
    return ByteFields.toArray(file.record().getPayload());
  }
}
