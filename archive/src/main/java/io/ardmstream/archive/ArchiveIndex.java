package io.ardmstream.archive;

import static java.util.stream.Collectors.toSet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The index of an archive: large sorted files, one in a folder, and a small one for each part that
 * was published since the last merge. A small file counts for nothing without its part.
 */
final class ArchiveIndex implements Closeable {

  private static final String FOLDER = "index";
  private static final String SUFFIX = ".tsv";
  private static final String MERGED = FOLDER + "/names" + SUFFIX;
  private static final String MERGED_SHARED = FOLDER + "/merged";
  private static final String PENDING = FOLDER + "/pending";
  private static final int MOST_TRIES = 10;

  /** More than this are merged where it costs others nothing to leave them. */
  private static final int MOST_SHARED = 16;

  private final ArchiveStore store;
  private final List<IndexFile> files = new ArrayList<>();

  private ArchiveIndex(ArchiveStore store) {
    this.store = store;
  }

  /** Opens what there is at this moment, whoever merges it meanwhile. */
  static ArchiveIndex open(ArchiveStore store) throws IOException {
    ArchiveIndex index = new ArchiveIndex(store);
    try {
      index.refresh();
      return index;
    } catch (IOException e) {
      index.close();
      throw e;
    }
  }

  /** Takes in what has appeared since, and leaves what was merged meanwhile. */
  void refresh() throws IOException {
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      try {
        openNew();
        return;
      } catch (NoSuchFileException mergedMeanwhile) {
        // the larger file has what this one had
      }
    }
    openNew();
  }

  private void openNew() throws IOException {
    Set<String> known = files.stream().map(IndexFile::name).collect(toSet());
    Set<String> there = new HashSet<>();
    // the small ones are listed and opened first: the larger one that replaces them is there before
    // they go
    for (String name : pending()) {
      there.add(name);
      if (!known.contains(name)) {
        openPending(name);
      }
    }
    for (String name : merged()) {
      there.add(name);
      if (!known.contains(name)) {
        files.add(new IndexFile(name, store.openToSearch(name)));
      }
    }
    for (IndexFile file : List.copyOf(files)) {
      if (!there.contains(file.name())) {
        files.remove(file);
        file.close();
      }
    }
  }

  private List<String> pending() throws IOException {
    return indexFiles(PENDING);
  }

  private List<String> merged() throws IOException {
    List<String> names = new ArrayList<>(indexFiles(MERGED_SHARED));
    if (store.exists(MERGED)) {
      names.add(MERGED);
    }
    return names;
  }

  private List<String> indexFiles(String folder) throws IOException {
    return store.files(folder).stream().filter(name -> name.endsWith(SUFFIX)).toList();
  }

  private void openPending(String name) throws IOException {
    StoredFile content = store.openToSearch(name);
    try (IndexScan scan = new IndexScan(name, new StoredStream(content, 0))) {
      ArchiveEntry first = scan.next();
      if (first == null) {
        throw new DamagedIndexException(PartName.file(name) + ": it is empty");
      }
      if (store.exists(first.part())) {
        files.add(new IndexFile(name, content));
        return;
      }
    } catch (IOException e) {
      content.close();
      throw e;
    }
    content.close();
  }

  /** Opens what there is if all of it is what was written, and makes it again if not. */
  static ArchiveIndex openSound(ArchiveStore store) throws IOException {
    ArchiveIndex index = new ArchiveIndex(store);
    try {
      index.refresh();
      if (index.isSound()) {
        return index;
      }
    } catch (DamagedIndexException e) {
      // is made again
    } catch (IOException e) {
      index.close();
      throw e;
    }
    index.close();
    rebuild(store);
    return open(store);
  }

  /** Reads all of it; whatever is wrong is found on the way. */
  private boolean isSound() throws IOException {
    try (EntryStream entries = entries()) {
      while (entries.next() != null) {
        // goes on
      }
    }
    return store.isShared() ? isComplete(List.of()) : isMerged() && isComplete(PartName.all(store));
  }

  /**
   * Makes the index again out of what the parts hold. What others publish meanwhile stays.
   *
   * @throws IOException also if a part is damaged; the index then stays as it is
   */
  static void rebuild(ArchiveStore store) throws IOException {
    List<String> before = store.files(FOLDER);
    List<String> parts = PartName.all(store);
    IndexRebuild.run(store, parts);
    // what is left of the old index would hide the new one, or is of parts that do not exist
    Set<String> rebuilt = parts.stream().map(ArchiveIndex::pendingName).collect(toSet());
    for (String name : before) {
      if (name.endsWith(SUFFIX) && !rebuilt.contains(name) && !isAwaited(store, name)) {
        store.delete(name);
      }
    }
  }

  /** Whether another writer may be about to publish the part that a small file is of. */
  private static boolean isAwaited(ArchiveStore store, String name) throws IOException {
    if (!store.isShared() || !isPending(name)) {
      return false;
    }
    try (StoredFile content = store.openToSearch(name);
        IndexScan scan = new IndexScan(name, new StoredStream(content, 0))) {
      return scan.next() != null;
    } catch (DamagedIndexException damaged) {
      return false;
    }
  }

  /** Writes the small index file of a part that is about to be published. */
  static void announce(ArchiveStore store, String part, List<ArchiveEntry> entries)
      throws IOException {
    NewFile file = store.create(pendingName(part));
    try (IndexWriter out = new IndexWriter(file.content())) {
      for (ArchiveEntry entry : entries.stream().sorted(ArchiveEntry.ORDER).toList()) {
        out.add(entry);
      }
      out.finish();
    }
    file.publish();
  }

  /** Whether there is a large file. */
  private boolean isMerged() throws IOException {
    return !merged().isEmpty();
  }

  /**
   * Whether it can tell of all these parts: merged, or with a file for each. All parts of an object
   * store are listed only if there is no index at all.
   *
   * @param parts all there are where that is known without effort
   */
  boolean isComplete(List<String> parts) throws IOException {
    if (store.isShared()) {
      if (files.isEmpty() && !PartName.all(store).isEmpty()) {
        // the first part may have come since, but not without its index file
        refresh();
        return !files.isEmpty();
      }
      return true;
    }
    for (IndexFile file : files) {
      if (!isPending(file.name()) && file.hasContent()) {
        return true;
      }
    }
    Set<String> names = files.stream().map(IndexFile::name).collect(toSet());
    return parts.stream().map(ArchiveIndex::pendingName).allMatch(names::contains);
  }

  /** Number of its files. */
  int size() {
    return files.size();
  }

  /** The file of this name; if several writers had it, that of the part that was begun first. */
  Optional<ArchiveEntry> find(String name) throws IOException {
    return findAll(name).stream().min(Comparator.comparing(ArchiveEntry::part, PartName.ORDER));
  }

  /** What all writers have of this name. */
  List<ArchiveEntry> findAll(String name) throws IOException {
    List<ArchiveEntry> found = new ArrayList<>();
    for (IndexFile file : files) {
      file.find(name).ifPresent(found::add);
    }
    return found;
  }

  EntryStream entries() throws IOException {
    return new EntryStream(files);
  }

  /**
   * Makes one file of all; does nothing if there are few already, and of the current version. Those
   * who merge at the same time only make more than one: nobody removes what is not in his own.
   */
  void merge() throws IOException {
    if (isMergedEnough()) {
      return;
    }
    String target = store.isShared() ? MERGED_SHARED + "/" + PartName.unique() + SUFFIX : MERGED;
    NewFile merged = store.create(target);
    try (EntryStream entries = entries();
        IndexWriter out = new IndexWriter(merged.content())) {
      for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
        out.add(entry);
      }
      out.finish();
    }
    merged.publish();
    for (String name : replaced()) {
      if (!name.equals(target)) {
        store.delete(name);
      }
    }
    close();
    refresh();
  }

  private boolean isMergedEnough() throws IOException {
    for (IndexFile file : files) {
      if (!file.isCurrent()) {
        return false;
      }
    }
    return store.isShared() ? files.size() <= MOST_SHARED : replaced().equals(List.of(MERGED));
  }

  /** What a merge replaces. Where others write, a part may be about to follow its index. */
  private List<String> replaced() throws IOException {
    return store.isShared() ? files.stream().map(IndexFile::name).toList() : indexFiles(FOLDER);
  }

  @Override
  public void close() throws IOException {
    for (IndexFile file : files) {
      file.close();
    }
    files.clear();
  }

  private static boolean isPending(String name) {
    return name.startsWith(PENDING + "/");
  }

  private static String pendingName(String part) {
    return PENDING + "/" + PartName.file(part) + SUFFIX;
  }
}
