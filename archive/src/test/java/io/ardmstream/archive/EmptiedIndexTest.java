package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.codec.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file without content, as some file systems leave it, is no index of nothing. */
class EmptiedIndexTest {

  private static final String NAME = "files/a";

  @TempDir Path root;

  @BeforeEach
  void fill() throws IOException {
    byte[] bytes = "content".getBytes(UTF_8);
    try (Codec codec = Codec.builder().build();
        Archive archive = Archive.openToWrite(root);
        ArchiveWriter writer =
            new ArchiveWriter(new FolderStore(root), 1 << 20, Duration.ofHours(1))) {
      writer.append(SmallRecords.record(codec, NAME, 0, bytes), SmallRecords.entry(NAME, 0, bytes));
      writer.finish();
      assertThat(archive.store()).isEqualTo(new FolderStore(root));
    }
  }

  @Test
  void theMergedOneIsRefusedAndMadeAgain() throws IOException {
    Archive.mergeIndex(root);
    empty(root.resolve("index/names.tsv"));
  }

  @Test
  void thatOfAPartIsRefusedAndMadeAgain() throws IOException {
    try (var pending = Files.list(root.resolve("index/pending"))) {
      empty(pending.findFirst().orElseThrow());
    }
  }

  private void empty(Path index) throws IOException {
    Files.write(index, new byte[0]);
    assertThatThrownBy(() -> Archive.open(root)).isInstanceOf(DamagedIndexException.class);
    try (Archive archive = Archive.openToWrite(root)) {
      assertThat(archive.find(NAME)).isPresent();
    }
  }
}
