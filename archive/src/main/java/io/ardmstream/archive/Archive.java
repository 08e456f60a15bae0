package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An archive: parts with encoded records, and an index of their names. */
public final class Archive implements AutoCloseable {

  /** Header of every archived record: the SHA-256 of the original file, 32 bytes. */
  public static final String CHECKSUM = "sha-256";

  private static final String MARKER = "ardm-archive.json";
  private static final String DESCRIPTION = description(3);
  private static final List<String> EARLIER = List.of(description(1), description(2));

  /** As many a long run of writing leaves to those who open the archive meanwhile. */
  private static final int MOST_INDEX_FILES = 64;

  private final ArchiveStore store;
  private final List<String> parts;
  private final ArchiveIndex index;
  private final boolean writing;
  private final Closeable claim;

  private Archive(ArchiveStore store, List<String> parts, ArchiveIndex index) {
    this(store, parts, index, false, () -> {});
  }

  private Archive(
      ArchiveStore store,
      List<String> parts,
      ArchiveIndex index,
      boolean writing,
      Closeable claim) {
    this.store = store;
    this.parts = parts;
    this.index = index;
    this.writing = writing;
    this.claim = claim;
  }

  /** Opens an archive in a folder for reading, as {@link #open(ArchiveStore)} does. */
  public static Archive open(Path folder) throws IOException {
    return open(new FolderStore(folder));
  }

  /**
   * Opens an archive for reading, as it is now: what is written to it meanwhile does not change
   * what is read. The index knows a part before the part appears, so the parts are listed first.
   *
   * @throws IOException if there is no archive, or one of a newer version, or if its index is
   *     missing or damaged
   */
  public static Archive open(ArchiveStore store) throws IOException {
    requireMarker(store);
    List<String> parts = listed(store);
    ArchiveIndex index = ArchiveIndex.open(store);
    if (!index.isComplete(parts)) {
      index.close();
      throw new DamagedIndexException("it is missing");
    }
    return new Archive(store, parts, index);
  }

  /** Opens or begins an archive in a folder, as {@link #openToWrite(ArchiveStore)} does. */
  public static Archive openToWrite(Path folder) throws IOException {
    return openToWrite(new FolderStore(folder));
  }

  /**
   * Opens an archive for writing, or begins one; then removes what a killed writer left, rebuilds
   * an index that is missing or damaged, and merges it. An archive of an earlier version becomes
   * one of version 3.
   *
   * @throws IOException also if another process is writing and only one may, or if there is
   *     something else
   */
  public static Archive openToWrite(ArchiveStore store) throws IOException {
    begin(store);
    Closeable claim = store.claim();
    try {
      ArchiveIndex index = ArchiveIndex.openSound(store);
      index.merge();
      return new Archive(store, listed(store), index, true, claim);
    } catch (IOException e) {
      claim.close();
      throw e;
    }
  }

  /** Merges the index of an archive in a folder, as {@link #mergeIndex(ArchiveStore)} does. */
  public static void mergeIndex(Path folder) throws IOException {
    mergeIndex(new FolderStore(folder));
  }

  /** Makes the index few files again; for a process that holds the archive open for writing. */
  public static void mergeIndex(ArchiveStore store) throws IOException {
    try (ArchiveIndex index = ArchiveIndex.open(store)) {
      index.merge();
    }
  }

  /** Where its files are. */
  public ArchiveStore store() {
    return store;
  }

  /** The file of this name; reads a few lines of the index. */
  public Optional<ArchiveEntry> find(String name) throws IOException {
    return index.find(name);
  }

  /** What all writers have under this name, which is one thing unless they wrote together. */
  public List<ArchiveEntry> findAll(String name) throws IOException {
    return index.findAll(name);
  }

  /**
   * Takes in what other writers have published; does nothing where there are none. Not while
   * {@linkplain #entries() entries} are read.
   */
  public void refresh() throws IOException {
    if (!store.isShared()) {
      return;
    }
    index.refresh();
    if (writing && index.size() > MOST_INDEX_FILES) {
      index.merge();
    }
  }

  /** Bytes of all originals; reads the whole index. */
  public long length() throws IOException {
    long bytes = 0;
    try (EntryStream entries = entries()) {
      for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
        bytes += entry.length();
      }
    }
    return bytes;
  }

  public EntryStream entries() throws IOException {
    return index.entries();
  }

  /**
   * All parts there were when it was opened; where several may write, all parts there are now. To
   * list them takes long in an object store.
   */
  public List<String> parts() throws IOException {
    return store.isShared() ? PartName.all(store) : parts;
  }

  /**
   * Opens a part.
   *
   * @throws NoSuchFileException if it is missing
   */
  public PartReader part(String part) throws IOException {
    return new PartReader(store.location() + "/" + part, store.open(part));
  }

  @Override
  public void close() throws IOException {
    index.close();
    claim.close();
  }

  private static List<String> listed(ArchiveStore store) throws IOException {
    return store.isShared() ? List.of() : PartName.all(store);
  }

  private static void begin(ArchiveStore store) throws IOException {
    if (store.exists(MARKER)) {
      if (EARLIER.contains(requireMarker(store))) {
        mark(store);
      }
      return;
    }
    if (!store.isEmpty()) {
      throw new IOException(
          store.location() + " is not empty and no archive: name a new folder or an archive");
    }
    mark(store);
  }

  private static void mark(ArchiveStore store) throws IOException {
    NewFile marker = store.create(MARKER);
    try (OutputStream out = marker.content()) {
      out.write(DESCRIPTION.getBytes(UTF_8));
    }
    marker.publish();
  }

  private static String description(int version) {
    return "{\"format\": \"ardm-archive\", \"version\": %d}\n".formatted(version);
  }

  private static String requireMarker(ArchiveStore store) throws IOException {
    String description = marker(store);
    if (!description.equals(DESCRIPTION) && !EARLIER.contains(description)) {
      throw new IOException(
          store.location()
              + " is no archive that this version reads: name a folder that ardm backfill wrote");
    }
    return description;
  }

  private static String marker(ArchiveStore store) throws IOException {
    try (StoredFile file = store.open(MARKER)) {
      return new String(new StoredStream(file, 0).readNBytes(DESCRIPTION.length() + 1), UTF_8);
    } catch (NoSuchFileException none) {
      return "";
    }
  }
}
