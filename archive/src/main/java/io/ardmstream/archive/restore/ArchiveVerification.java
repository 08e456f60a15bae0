package io.ardmstream.archive.restore;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.PartBlock;
import io.ardmstream.archive.PartReader;
import io.ardmstream.codec.Codec;
import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/** Decodes the files of an archive, all or a sample of them, and checks every checksum. */
public final class ArchiveVerification {

  private final Archive archive;
  private final ArchiveReader reader;

  /**
   * @param archive what to verify
   * @param codec decodes; stays the caller's
   */
  public ArchiveVerification(Archive archive, Codec codec) {
    this.archive = archive;
    this.reader = new ArchiveReader(archive, codec);
  }

  /**
   * Verifies files, and that parts and index tell of the same number of records.
   *
   * @param share part of the files to decode, chosen at random; above 0, at most 1
   * @param seed makes the choice; the same seed chooses the same files
   * @param progress told the bytes of what was dealt with
   */
  public ReadReport run(double share, long seed, LongConsumer progress) throws IOException {
    Random random = new Random(seed);
    Map<String, Long> counts = new HashMap<>();
    ReadTally tally = new ReadTally();
    try (EntryBatches batches =
        new EntryBatches(
            archive,
            entry -> {
              counts.merge(entry.part(), 1L, Long::sum);
              return share >= 1 || random.nextDouble() < share;
            })) {
      List<ArchiveEntry> batch = batches.next();
      while (!batch.isEmpty()) {
        for (RestoredFile file : reader.read(batch)) {
          settle(file, tally);
        }
        progress.accept(batch.stream().mapToLong(ArchiveEntry::length).sum());
        batch = batches.next();
      }
    }
    checkParts(counts, tally);
    return tally.report();
  }

  private static void settle(RestoredFile file, ReadTally tally) {
    if (file.failure() == null) {
      tally.intact(file.bytes().length, file.exact());
    } else {
      tally.failed(file.failure());
    }
  }

  private void checkParts(Map<String, Long> indexed, ReadTally tally) throws IOException {
    Set<String> parts = new TreeSet<>(archive.parts());
    archive.refresh();
    parts.addAll(indexed.keySet());
    for (String part : parts) {
      checkPart(part, indexed.getOrDefault(part, 0L), tally);
    }
  }

  /** Whether all records of a part are in the archive, though perhaps not out of this part. */
  private boolean isKnown(PartReader reader) throws IOException {
    for (PartBlock block = reader.first(); block != null; block = reader.after(block)) {
      for (EncodedRecord record : reader.records(block)) {
        if (record.getName() == null || archive.find(record.getName()).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  private void checkPart(String part, long indexed, ReadTally tally) {
    try (PartReader reader = archive.part(part)) {
      long held = reader.count();
      if (held < indexed || held > indexed && !isKnown(reader)) {
        String message =
            "the part holds %d records and the index knows %d of them: delete the folder 'index';"
                + " the next backfill rebuilds it";
        tally.failed(FileFailure.corrupt(part, message.formatted(held, indexed)));
      }
    } catch (NoSuchFileException missing) {
      String message = "the part is missing, with %d files: restore it from a copy of the archive";
      tally.failed(FileFailure.corrupt(part, message.formatted(indexed)));
    } catch (IOException e) {
      tally.failed(FileFailure.reading(part, e));
    }
  }
}
