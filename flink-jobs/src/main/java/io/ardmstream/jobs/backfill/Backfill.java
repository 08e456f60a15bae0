package io.ardmstream.jobs.backfill;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.ArchiveWriter;
import io.ardmstream.archive.Sha256;
import io.ardmstream.archive.restore.FileFailure;
import io.ardmstream.codec.Codec;
import io.ardmstream.failure.UnsupportedInputException;
import io.ardmstream.jobs.backfill.source.Original;
import io.ardmstream.jobs.backfill.source.Originals;
import io.ardmstream.jobs.backfill.source.SourceItem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;

/**
 * Archives originals, many in each call of the codec. What the archive holds already is left alone,
 * so a run that ended early is continued by running again. One original that fails disturbs no
 * other.
 */
public final class Backfill implements AutoCloseable {

  /** How often to look for what other writers have published. */
  private static final long LOOK_NANOS = 10_000_000_000L;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;
  private static final String TOO_LARGE = "it is larger than --max-file-bytes allows: raise it";
  private static final String DIFFERS =
      "it differs from the file of this name in the archive, which never changes: rename it, or use"
          + " another archive";

  private final Archive archive;
  private final ArchiveWriter writer;
  private final BackfillSettings settings;
  private final LongConsumer progress;
  private final BackfillTally tally = new BackfillTally();
  private final BatchEncoder encoder;
  private final Map<String, byte[]> added = new HashMap<>();
  private long looked = System.nanoTime();
  private volatile boolean stopped;

  /**
   * @param archive what is there already, and where to write
   * @param codec encodes; stays the caller's
   * @param progress told the bytes of each item that was dealt with
   */
  public Backfill(Archive archive, Codec codec, BackfillSettings settings, LongConsumer progress) {
    this.archive = archive;
    this.writer = new ArchiveWriter(archive.store(), settings.partBytes(), settings.partAge());
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
    if (stopped) {
      return;
    }
    lookAround();
    try {
      Originals.of(item, settings.maxFileBytes(), new Intake());
    } catch (UncheckedIOException archiveTrouble) {
      throw archiveTrouble.getCause();
    } catch (IOException unreadable) {
      tally.failed(FileFailure.of(item.location(), unreadable));
    } catch (RuntimeException damaged) {
      tally.failed(FileFailure.of(item.location(), damaged(damaged)));
    }
    progress.accept(item.length());
  }

  /** From now on nothing more is taken in; any thread may say so. */
  public void stop() {
    stopped = true;
  }

  /**
   * Archives what is still waiting, unless it was told to stop, and publishes all that is encoded.
   */
  public BackfillReport finish() throws IOException {
    if (!stopped) {
      encoder.flush();
    }
    writer.finish();
    findContradictions();
    return tally.report();
  }

  /** Abandons what was not published. */
  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** What others archive meanwhile need not be archived again. */
  private void lookAround() throws IOException {
    if (System.nanoTime() - looked >= LOOK_NANOS) {
      archive.refresh();
      looked = System.nanoTime();
    }
  }

  /** Several may have archived the same names at the same time; mostly the same content. */
  private void findContradictions() throws IOException {
    if (!archive.store().isShared()) {
      return;
    }
    archive.refresh();
    for (Map.Entry<String, byte[]> own : added.entrySet()) {
      String sha256 = HexFormat.of().formatHex(own.getValue());
      for (ArchiveEntry entry : archive.findAll(own.getKey())) {
        if (!entry.sha256().equals(sha256)) {
          tally.failed(contradiction(own.getKey(), entry));
        }
      }
    }
  }

  private FileFailure contradiction(String name, ArchiveEntry other) throws IOException {
    boolean counts = archive.find(name).filter(other::equals).isPresent();
    return new FileFailure(
        name,
        FileFailure.Kind.INPUT,
        "another backfill has archived other content under this name at the same time, in %s; what"
                .formatted(other.part())
            + (counts ? " that one archived counts" : " this one archived counts")
            + ": rename one of them, and archive it again");
  }

  /** Takes the originals of an item; trouble with the archive is unchecked, and ends the run. */
  private final class Intake implements Original.Visitor {

    @Override
    public void visit(Original original) {
      if (stopped) {
        return;
      }
      Optional<ArchiveEntry> known = known(original.name());
      boolean untouched =
          known.isPresent()
              && known.get().length() == original.length()
              && known.get().modified() == original.modified();
      if (untouched && !settings.checksum()) {
        tally.present(false);
      } else if (original.length() > Math.min(settings.maxFileBytes(), LARGEST_ARRAY)) {
        failed(original.name(), new IOException(TOO_LARGE));
      } else {
        load(original).ifPresent(loaded -> compare(loaded, known));
      }
    }

    @Override
    public void leftOut() {
      tally.leftOut();
    }

    @Override
    public void failed(String name, IOException failure) {
      tally.failed(FileFailure.of(name, failure));
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
      tally.present(true);
    } else {
      tally.failed(new FileFailure(original.name(), FileFailure.Kind.INPUT, DIFFERS));
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

  /** Empty if the original cannot be read, which is its failure and nobody else's. */
  private Optional<Loaded> load(Original original) {
    try {
      byte[] bytes = read(original);
      return Optional.of(new Loaded(original, bytes, Sha256.of(bytes)));
    } catch (IOException unreadable) {
      tally.failed(FileFailure.of(original.name(), unreadable));
    } catch (RuntimeException damaged) {
      tally.failed(FileFailure.of(original.name(), damaged(damaged)));
    } catch (OutOfMemoryError tooLarge) {
      tally.failed(
          FileFailure.of(
              original.name(), UnsupportedInputException.beyondHeap(original.name(), tooLarge)));
    }
    return Optional.empty();
  }

  /** The readers of tar and zip files throw anything at what is damaged. */
  private static IOException damaged(RuntimeException finding) {
    return new IOException("it is damaged (" + finding + "): look for a copy", finding);
  }

  /** No more than the length it claims is held in memory, and no other content than it had. */
  public static byte[] read(Original original) throws IOException {
    byte[] bytes;
    try (InputStream in = original.content().open()) {
      bytes = in.readNBytes((int) original.length());
      if (bytes.length < original.length() || in.read() >= 0) {
        throw new IOException(
            "its length is not the %d bytes it is said to have: it is damaged, or being written"
                .formatted(original.length()));
      }
    }
    if (original.crc32() != Original.NO_CHECKSUM && original.crc32() != crc32(bytes)) {
      throw new IOException("its CRC-32 is wrong, so its content is: look for a copy");
    }
    return bytes;
  }

  static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
