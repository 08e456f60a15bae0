package io.ardmstream.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class IndexFileTest {

  private static final String PART =
      "data/stream=s/date=2026-01-31/part-00000000-0000-0000-0000-000000000000.avro";

  @Property(tries = 200)
  void everyNameIsFoundAndNoOther(
      @ForAll @Size(max = 40) Set<@StringLength(max = 1200) String> names, @ForAll String other)
      throws IOException {
    List<String> plain = names.stream().filter(IndexFileTest::isText).toList();
    Path file = Files.createTempFile("index", ".tsv");
    try {
      Files.write(
          file,
          plain.stream()
              .map(this::entry)
              .sorted(ArchiveEntry.ORDER)
              .map(IndexLine::format)
              .toList());
      try (IndexFile index = new IndexFile(file)) {
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
  void anIndexCannotNameFilesOutsideTheArchive() {
    String line = IndexLine.format(entry("a").at("data/stream=x/../../../etc/passwd", 0));

    assertThatThrownBy(() -> IndexLine.parse(line))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged line");
  }

  @Test
  void streamsOfAnyNameHaveAFolderInsideTheArchive() {
    for (String stream : List.of("..", "../../x", "", "a/b", "Käse", "x".repeat(500))) {
      assertThat(PartName.isValid(PartName.in(PartName.partition(stream, -1L)))).isTrue();
    }
    assertThat(PartName.partition("../x", 0)).isEqualTo("data/stream=___x/date=1970-01-01");
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
    return new ArchiveEntry(name, name.length(), 17, "00ff", PART, 99);
  }

  /** Lone surrogates are no text and have no bytes in UTF-8. */
  private static boolean isText(String name) {
    return name.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
