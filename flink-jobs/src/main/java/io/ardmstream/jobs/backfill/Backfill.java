package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.ArchiveWriter;
import io.ardmstream.archive.FileFailure;
import io.ardmstream.archive.Sha256;
import io.ardmstream.codec.Codec;
import io.ardmstream.failure.UnsupportedInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Archives originals, many in each call of the codec. What the archive holds already is left alone,
 * so a run that ended early is continued by running again. One original that fails disturbs no
 * other.
 */
public final class Backfill implements AutoCloseable {

  private final Archive archive;
  private final ArchiveWriter writer;
  private final BackfillSettings settings;
  private final LongConsumer progress;
  private final BackfillTally tally = new BackfillTally();
  private final BatchEncoder encoder;
  private final Map<String, byte[]> added = new HashMap<>();

  /**
   * @param archive what is there already, and where to write
   * @param codec encodes; stays the caller's
   * @param progress told the bytes of each item that was dealt with
   */
  public Backfill(Archive archive, Codec codec, BackfillSettings settings, LongConsumer progress) {
    this.archive = archive;
    this.writer = new ArchiveWriter(archive.root(), settings.partBytes(), settings.partAge());
    this.settings = settings;
    this.progress = progress;
    this.encoder = new BatchEncoder(codec, settings, writer, tally);
  }

  /**
   * Archives what an item holds. What cannot be read is a failure in the report.
   *
   * @throws IOException if the archive cannot be read or written
   */
  public void add(SourceItem item) throws IOException {
    try {
      Originals.of(item, this::addOriginal);
    } catch (UncheckedIOException archiveTrouble) {
      throw archiveTrouble.getCause();
    } catch (IOException | RuntimeException unreadable) {
      tally.failed(FileFailure.of(item.location(), unreadable));
    }
    progress.accept(item.length());
  }

  /** Archives what is still waiting and publishes everything. */
  public BackfillReport finish() throws IOException {
    encoder.flush();
    writer.finish();
    return tally.report();
  }

  /** Abandons what was not published. */
  @Override
  public void close() throws IOException {
    writer.close();
  }

  private void addOriginal(Original original) throws IOException {
    Optional<ArchiveEntry> known = known(original.name());
    boolean untouched =
        known.isPresent()
            && known.get().length() == original.length()
            && known.get().modified() == original.modified();
    if (untouched) {
      tally.present();
    } else if (original.length() > settings.maxFileBytes()) {
      tally.failed(failure(original, "is larger than --max-file-bytes allows: raise it"));
    } else {
      compare(load(original), known);
    }
  }

  private void compare(Loaded loaded, Optional<ArchiveEntry> known) {
    Original original = loaded.original();
    byte[] before =
        known
            .map(entry -> HexFormat.of().parseHex(entry.sha256()))
            .orElse(added.get(original.name()));
    if (before == null) {
      keep(loaded);
    } else if (Arrays.equals(before, loaded.sha256())) {
      tally.present();
    } else {
      tally.failed(
          failure(
              original,
              "differs from the file of this name in the archive, which never changes: rename it,"
                  + " or use another archive"));
    }
  }

  private void keep(Loaded loaded) {
    try {
      added.put(loaded.original().name(), loaded.sha256());
      encoder.add(loaded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<ArchiveEntry> known(String name) {
    try {
      return archive.find(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** At most the limit is read, whatever length was claimed. */
  private Loaded load(Original original) throws IOException {
    int limit = (int) Math.min(settings.maxFileBytes(), Integer.MAX_VALUE - 16);
    try (InputStream in = original.content().open()) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw new IOException("it is larger than --max-file-bytes allows: raise it");
      }
      return new Loaded(original, bytes, Sha256.of(bytes));
    } catch (OutOfMemoryError tooLarge) {
      throw UnsupportedInputException.beyondHeap(original.name(), tooLarge);
    }
  }

  private static FileFailure failure(Original original, String message) {
    return new FileFailure(original.name(), FileFailure.Kind.INPUT, "it " + message);
  }
}
