package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFileTest {

  private static final String PART =
      "data/stream=s/date=2026-01-31/part-00000000-0000-0000-0000-000000000000.avro";

  @TempDir Path temp;

  @Property(tries = 200)
  void everyNameIsFoundAndNoOther(
      @ForAll @Size(max = 40) Set<@StringLength(max = 1200) String> names,
      @ForAll String other,
      @ForAll @IntRange(min = 1, max = 2) int version)
      throws IOException {
    List<String> plain = names.stream().filter(IndexFileTest::isText).toList();
    Path file = Files.createTempFile("index", ".tsv");
    try {
      write(file, plain, version);
      try (IndexFile index = new IndexFile(file.toString(), ChannelFile.of(file))) {
        for (String name : plain) {
          assertThat(index.find(name)).contains(entry(name));
        }
        if (isText(other) && !plain.contains(other)) {
          assertThat(index.find(other)).isEmpty();
        }
        assertThat(all(index)).hasSize(plain.size());
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void noFlippedBitGoesUnnoticed() throws IOException {
    List<String> names = List.of("", "Käse", "a", "ardm-archive-index", "b\tc", "end", "x/y");
    Path file = temp.resolve("index.tsv");
    write(file, names, 2);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length * Byte.SIZE; i++) {
      byte[] damaged = bytes.clone();
      damaged[i / Byte.SIZE] ^= (byte) (1 << i % Byte.SIZE);
      Files.write(file, damaged);

      assertThatThrownBy(() -> read(file))
          .as("bit %d", i)
          .isInstanceOf(DamagedIndexException.class)
          .hasMessageContaining("the next ardm backfill into it rebuilds it");
      for (String name : names) {
        assertThat(found(file, name)).as("bit %d", i).isIn(entry(name), null);
      }
    }
  }

  @Test
  void anIndexThatIsCutIsNotOpened() throws IOException {
    Path file = temp.resolve("index.tsv");
    write(file, List.of("a", "b"), 2);
    byte[] bytes = Files.readAllBytes(file);
    for (int length = IndexLine.HEAD.length() + 1; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> new IndexFile(file.toString(), ChannelFile.of(file)))
          .as("%d bytes", length)
          .isInstanceOf(DamagedIndexException.class);
    }
  }

  @Test
  void linesThatAreMissingOrTwiceAreNoticed() throws IOException {
    Path file = temp.resolve("index.tsv");
    for (int version = 1; version <= 2; version++) {
      write(file, List.of("a", "b", "c"), version);
      List<String> lines = Files.readAllLines(file);
      int b = version == 1 ? 1 : 2;
      List<String> swapped = new ArrayList<>(lines);
      Collections.swap(swapped, b, b - 1);
      Files.write(file, swapped);
      assertThatThrownBy(() -> read(file)).isInstanceOf(DamagedIndexException.class);
      lines.add(b, lines.get(b));
      Files.write(file, lines);
      assertThatThrownBy(() -> read(file)).isInstanceOf(DamagedIndexException.class);
      lines.remove(b);
      lines.remove(b);
      Files.write(file, lines);
      if (version == 2) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(DamagedIndexException.class);
      }
    }
  }

  @Test
  void anIndexCannotNameFilesOutsideTheArchive() {
    String line = IndexLine.format(entry("a").at("data/stream=x/../../../etc/passwd", 0, 0));

    assertThatThrownBy(() -> IndexLine.parse(line.getBytes(UTF_8)))
        .isInstanceOf(DamagedIndexException.class)
        .hasMessageContaining("in the line 'a");
  }

  @Test
  void streamsOfAnyNameHaveAFolderInsideTheArchive() {
    for (String stream : List.of("..", "../../x", "", "a/b", "Käse", "x".repeat(500))) {
      assertThat(PartName.isValid(PartName.in(PartName.partition(stream, -1L)))).isTrue();
    }
    assertThat(PartName.partition("../x", 0)).isEqualTo("data/stream=___x/date=1970-01-01");
  }

  private void write(Path file, List<String> names, int version) throws IOException {
    List<ArchiveEntry> entries =
        names.stream().map(this::entry).sorted(ArchiveEntry.ORDER).toList();
    if (version == 1) {
      Files.write(file, entries.stream().map(IndexLine::format).toList());
      return;
    }
    try (IndexWriter out = new IndexWriter(Files.newOutputStream(file))) {
      for (ArchiveEntry entry : entries) {
        out.add(entry);
      }
      out.finish();
    }
  }

  /** What is found, or null if nothing is, or damage. */
  private static ArchiveEntry found(Path file, String name) throws IOException {
    try (IndexFile index = new IndexFile(file.toString(), ChannelFile.of(file))) {
      return index.find(name).orElse(null);
    } catch (DamagedIndexException e) {
      return null;
    }
  }

  private static List<ArchiveEntry> read(Path file) throws IOException {
    try (IndexFile index = new IndexFile(file.toString(), ChannelFile.of(file))) {
      return all(index);
    }
  }

  private static List<ArchiveEntry> all(IndexFile index) throws IOException {
    List<ArchiveEntry> all = new ArrayList<>();
    try (EntryStream entries = new EntryStream(List.of(index))) {
      for (Optional<ArchiveEntry> next = Optional.ofNullable(entries.next());
          next.isPresent();
          next = Optional.ofNullable(entries.next())) {
        all.add(next.get());
      }
    }
    assertThat(all).isSortedAccordingTo(ArchiveEntry.ORDER);
    return all;
  }

  private ArchiveEntry entry(String name) {
    return new ArchiveEntry(name, name.length(), 17, "00ff", PART, 99, 42);
  }

  /** Lone surrogates are no text and have no bytes in UTF-8. */
  private static boolean isText(String name) {
    return name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
