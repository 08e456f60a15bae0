package io.ardmstream.archive.table;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.EntryStream;
import io.ardmstream.archive.PartBlock;
import io.ardmstream.archive.PartReader;
import io.ardmstream.archive.restore.FileFailure;
import io.ardmstream.archive.restore.FileFailures;
import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Writes a table with a row for each file of an archive. */
public final class IndexTable {
  private final Archive archive;
  private final FileFailures failures = new FileFailures();
  private long rows;

  public IndexTable(Archive archive) {
    this.archive = archive;
  }

  /** Number of rows written. */
  public long rows() {
    return rows;
  }

  /** Parts that cannot be read, or not to their end. */
  public FileFailures failures() {
    return failures;
  }

  /**
   * Writes what the index knows, in the order of names; what only the records tell is missing.
   *
   * @param out takes the table; stays open
   */
  public void writeIndex(OutputStream out) throws IOException {
    ParquetTable table = new ParquetTable(out, IndexRow.COLUMNS);
    try (EntryStream entries = archive.entries()) {
      for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
        add(table, IndexRow.of(entry));
      }
    }
    table.finish();
  }

  /**
   * Writes what index and records tell, part by part; reads the whole archive, but decodes nothing.
   *
   * @param out takes the table; stays open
   * @param progress told the bytes of the originals that were dealt with
   */
  public void writeAll(OutputStream out, LongConsumer progress) throws IOException {
    ParquetTable table = new ParquetTable(out, IndexRow.COLUMNS);
    for (String part : archive.parts()) {
      try (PartReader reader = archive.part(part)) {
        for (PartBlock block = reader.first(); block != null; block = reader.after(block)) {
          for (EncodedRecord record : reader.records(block)) {
            add(table, part, block, record, progress);
          }
        }
      } catch (IOException damaged) {
        failures.add(FileFailure.reading(part, damaged));
      }
    }
    table.finish();
  }

  private void add(
      ParquetTable table, String part, PartBlock block, EncodedRecord record, LongConsumer progress)
      throws IOException {
    Optional<ArchiveEntry> entry =
        archive
            .find(String.valueOf(record.getName()))
            .filter(e -> e.part().equals(part) && e.position() == block.position());
    // of what several writers archived at the same time one counts
    if (entry.isPresent()) {
      add(table, IndexRow.of(entry.get(), block, record));
      progress.accept(entry.get().length());
    }
  }

  private void add(ParquetTable table, List<?> row) throws IOException {
    table.add(row);
    rows++;
  }
}
