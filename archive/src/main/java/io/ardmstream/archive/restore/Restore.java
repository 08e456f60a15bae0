package io.ardmstream.archive.restore;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.Sha256;
import io.ardmstream.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Writes the files of an archive into a folder, under their original names and with their times. A
 * file that fails disturbs no other; a run that was killed is continued by the next.
 */
public final class Restore {

  private final Archive archive;
  private final ArchiveReader reader;

  /**
   * @param archive what to restore from
   * @param codec decodes; stays the caller's
   */
  public Restore(Archive archive, Codec codec) {
    this.archive = archive;
    this.reader = new ArchiveReader(archive, codec);
  }

  /**
   * Restores everything.
   *
   * @param folder where to; made if missing
   * @param progress told the bytes of what was dealt with
   */
  public ReadReport all(Path folder, LongConsumer progress) throws IOException {
    RestoreFolder target = new RestoreFolder(folder);
    ReadTally tally = new ReadTally();
    try (EntryBatches batches = new EntryBatches(archive, entry -> true)) {
      List<ArchiveEntry> batch = batches.next();
      while (!batch.isEmpty()) {
        restore(batch, target, tally);
        progress.accept(batch.stream().mapToLong(ArchiveEntry::length).sum());
        batch = batches.next();
      }
    }
    return tally.report();
  }

  /**
   * Restores one file; reads no more of the archive than the block it lies in.
   *
   * @param as name of the file in the folder
   * @throws NoSuchFileException if the archive has no file of this name
   */
  public ReadReport one(String name, String as, Path folder) throws IOException {
    ArchiveEntry entry =
        archive
            .find(name)
            .orElseThrow(() -> new NoSuchFileException(archive.store().location() + ": " + name));
    RestoreFolder target = new RestoreFolder(folder);
    ReadTally tally = new ReadTally();
    reader.read(List.of(entry)).forEach(file -> write(file, as, target, tally));
    return tally.report();
  }

  private void restore(List<ArchiveEntry> batch, RestoreFolder target, ReadTally tally) {
    List<ArchiveEntry> missing = new ArrayList<>();
    for (ArchiveEntry entry : batch) {
      if (isRestored(entry, target)) {
        tally.intact(entry.length(), true);
      } else {
        missing.add(entry);
      }
    }
    reader.read(missing).forEach(file -> write(file, file.entry().name(), target, tally));
  }

  /** Files of an earlier run need not be decoded again. */
  private static boolean isRestored(ArchiveEntry entry, RestoreFolder target) {
    try {
      Path file = target.existing(entry.name());
      return file != null
          && Files.size(file) == entry.length()
          && HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file))).equals(entry.sha256());
    } catch (IOException tryToWriteIt) {
      return false;
    }
  }

  private static void write(RestoredFile file, String as, RestoreFolder target, ReadTally tally) {
    if (file.failure() != null) {
      tally.failed(file.failure());
      return;
    }
    try {
      if (target.write(as, file.bytes(), file.entry().modified())) {
        tally.written();
      }
      tally.intact(file.bytes().length, file.exact());
    } catch (IOException e) {
      tally.failed(FileFailure.of(file.entry().name(), e));
    }
  }
}
