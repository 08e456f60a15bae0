package io.ardmstream.archive;

import static java.util.stream.Collectors.toSet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The index of an archive: one large sorted file, and a small one for each part that was published
 * since the last merge. A small file appears just before its part; without the part it counts for
 * nothing.
 */
final class ArchiveIndex implements Closeable {

  static final String FOLDER = "index";
  private static final String MERGED = "names.tsv";
  private static final String PENDING = "pending";
  private static final int MOST_TRIES = 10;

  private final Path root;
  private final List<IndexFile> files;
  private final List<Path> pending;

  private ArchiveIndex(Path root, List<IndexFile> files, List<Path> pending) {
    this.root = root;
    this.files = files;
    this.pending = pending;
  }

  /** Opens what there is at this moment, whoever merges it meanwhile. */
  static ArchiveIndex open(Path root) throws IOException {
    for (int tries = 1; tries < MOST_TRIES; tries++) {
      try {
        return openListed(root);
      } catch (NoSuchFileException mergedMeanwhile) {
        // the larger file has what this one had
      }
    }
    return openListed(root);
  }

  private static ArchiveIndex openListed(Path root) throws IOException {
    List<Path> pending = pending(root);
    ArchiveIndex index = new ArchiveIndex(root, new ArrayList<>(), pending);
    try {
      for (Path file : pending) {
        if (partExists(root, file)) {
          index.files.add(new IndexFile(file));
        }
      }
      if (exists(root)) {
        index.files.add(new IndexFile(merged(root)));
      }
      return index;
    } catch (IOException e) {
      index.close();
      throw e;
    }
  }

  /** Whether all of it is what was written, and it tells of these parts; reads all of it. */
  static boolean isSound(Path root, List<String> parts) throws IOException {
    try (ArchiveIndex index = open(root);
        EntryStream entries = index.entries()) {
      while (entries.next() != null) {
        // whatever is wrong is found on the way
      }
      return index.isComplete(parts);
    } catch (DamagedIndexException e) {
      return false;
    }
  }

  /**
   * Makes the index again out of what the parts hold.
   *
   * @throws IOException also if a part is damaged; the index then stays as it is
   */
  static void rebuild(Path root, List<String> parts) throws IOException {
    IndexRebuild.run(root, parts);
    // what is left of the old index would hide the new one, or is of parts that do not exist
    Set<String> names = parts.stream().map(ArchiveIndex::pendingName).collect(toSet());
    for (Path file : pending(root)) {
      if (!names.contains(file.getFileName().toString())) {
        Files.delete(file);
      }
    }
    Files.deleteIfExists(merged(root));
  }

  static boolean exists(Path root) {
    return Files.exists(merged(root));
  }

  /** Writes the small index file of a part that is about to be published. */
  static void announce(Path root, String part, List<ArchiveEntry> entries) throws IOException {
    Path target = root.resolve(FOLDER).resolve(PENDING).resolve(pendingName(part));
    Path unfinished = DurableFiles.unfinished(target);
    try (IndexWriter out = new IndexWriter(unfinished)) {
      for (ArchiveEntry entry : entries.stream().sorted(ArchiveEntry.ORDER).toList()) {
        out.add(entry);
      }
      out.finish();
    }
    DurableFiles.publish(unfinished, target);
  }

  /** Whether it can tell of all these parts: merged, or with a file for each. */
  boolean isComplete(List<String> parts) throws IOException {
    Set<String> names = pending.stream().map(f -> f.getFileName().toString()).collect(toSet());
    return hasContent(merged(root))
        || parts.stream().map(ArchiveIndex::pendingName).allMatch(names::contains);
  }

  Optional<ArchiveEntry> find(String name) throws IOException {
    for (IndexFile file : files) {
      Optional<ArchiveEntry> entry = file.find(name);
      if (entry.isPresent()) {
        return entry;
      }
    }
    return Optional.empty();
  }

  EntryStream entries() throws IOException {
    return new EntryStream(files);
  }

  /** Makes one file of all; does nothing if it is one already, and of the current version. */
  void merge() throws IOException {
    if (pending.isEmpty() && exists(root) && files.get(0).isCurrent()) {
      return;
    }
    Path unfinished = DurableFiles.unfinished(merged(root));
    try (EntryStream entries = entries();
        IndexWriter out = new IndexWriter(unfinished)) {
      for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
        out.add(entry);
      }
      out.finish();
    }
    DurableFiles.publish(unfinished, merged(root));
    for (Path file : pending) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    for (IndexFile file : files) {
      file.close();
    }
  }

  private static String pendingName(String part) {
    return part.substring(part.lastIndexOf('/') + 1) + ".tsv";
  }

  private static Path merged(Path root) {
    return root.resolve(FOLDER).resolve(MERGED);
  }

  /** One of version 1 is empty before the first merge; otherwise that is damage. */
  private static boolean hasContent(Path file) throws IOException {
    return Files.exists(file) && Files.size(file) > 0;
  }

  private static boolean partExists(Path root, Path pending) throws IOException {
    try (IndexScan scan = new IndexScan(pending)) {
      ArchiveEntry first = scan.next();
      if (first == null) {
        throw new DamagedIndexException(pending.getFileName() + ": it is empty");
      }
      return Files.exists(PathText.resolve(root, first.part()));
    }
  }

  private static List<Path> pending(Path root) throws IOException {
    Path folder = root.resolve(FOLDER).resolve(PENDING);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
  }
}
