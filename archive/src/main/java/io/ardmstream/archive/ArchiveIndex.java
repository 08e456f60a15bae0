package io.ardmstream.archive;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private final Path root;
  private final List<IndexFile> files;
  private final List<Path> pending;

  private ArchiveIndex(Path root, List<IndexFile> files, List<Path> pending) {
    this.root = root;
    this.files = files;
    this.pending = pending;
  }

  /** Opens what there is at this moment. */
  static ArchiveIndex open(Path root) throws IOException {
    List<IndexFile> files = new ArrayList<>();
    List<Path> pending = pending(root);
    for (Path file : pending) {
      if (partExists(root, file)) {
        files.add(new IndexFile(file));
      }
    }
    Path merged = merged(root);
    if (Files.exists(merged)) {
      files.add(new IndexFile(merged));
    }
    return new ArchiveIndex(root, files, pending);
  }

  static boolean exists(Path root) {
    return Files.exists(merged(root));
  }

  /** Writes the small index file of a part that is about to be published. */
  static void announce(Path root, String part, List<ArchiveEntry> entries) throws IOException {
    Path file = Path.of(part).getFileName();
    Path target = root.resolve(FOLDER).resolve(PENDING).resolve(file + ".tsv");
    Path unfinished = DurableFiles.unfinished(target);
    try (BufferedWriter out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
      for (ArchiveEntry entry : entries.stream().sorted(ArchiveEntry.ORDER).toList()) {
        write(out, entry);
      }
    }
    DurableFiles.publish(unfinished, target);
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

  /** Makes one file of all; does nothing if it is one already. */
  void merge() throws IOException {
    if (pending.isEmpty() && exists(root)) {
      return;
    }
    Path unfinished = DurableFiles.unfinished(merged(root));
    try (EntryStream entries = entries();
        BufferedWriter out = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
      for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
        write(out, entry);
      }
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

  private static void write(BufferedWriter out, ArchiveEntry entry) throws IOException {
    out.write(IndexLine.format(entry));
    out.write('\n');
  }

  private static Path merged(Path root) {
    return root.resolve(FOLDER).resolve(MERGED);
  }

  private static boolean partExists(Path root, Path pending) throws IOException {
    try (Stream<String> lines = Files.lines(pending, StandardCharsets.UTF_8)) {
      String first = lines.findFirst().orElse("");
      return !first.isEmpty() && Files.exists(root.resolve(IndexLine.parse(first).part()));
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
