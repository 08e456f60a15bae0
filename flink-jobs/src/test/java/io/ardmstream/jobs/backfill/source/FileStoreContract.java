package io.ardmstream.jobs.backfill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of sources promises. */
abstract class FileStoreContract {
  @TempDir private Path folder;

  private final FileStore store = store();

  abstract FileStore store();

  /** What the store calls a file. */
  abstract String location(Path file);

  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(folder.resolve("b/deep"));
    Files.createDirectories(folder.resolve("empty"));
    write("a.wav", "first");
    write("b/deep/c d.png", "second");
    write("b/e.png", "");
    write("z", "last");
  }

  private void write(String path, String text) throws IOException {
    Files.write(folder.resolve(path), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void filesAreListedByNameWithTheirPathsAndLengths() throws IOException {
    List<String> found = new ArrayList<>();

    store.list(location(folder), file -> found.add(file.path() + " " + file.length()));

    assertThat(found).containsExactly("a.wav 5", "b/deep/c d.png 6", "b/e.png 0", "z 4");
  }

  @Test
  void whatAListingFindsIsFoundAtItsLocation() throws IOException {
    List<FileStore.Found> found = new ArrayList<>();
    store.list(location(folder), found::add);

    for (FileStore.Found file : found) {
      FileStore.Found again = store.at(file.location());
      assertThat(again.type()).isEqualTo(file.type()).isEqualTo(FileStore.Type.FILE);
      assertThat(again.length()).isEqualTo(file.length());
      assertThat(again.modified()).isEqualTo(file.modified());
    }
  }

  @Test
  void foldersAndNothingAreTold() throws IOException {
    assertThat(store.at(location(folder.resolve("b"))).type()).isEqualTo(FileStore.Type.FOLDER);
    assertThat(store.at(location(folder.resolve("none")))).isNull();
  }

  @Test
  void aFileIsReadFromItsBeginningAndFromAnyPlace() throws IOException {
    String location = location(folder.resolve("b/deep/c d.png"));
    try (InputStream in = store.open(location)) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("second");
    }
    try (SeekableByteChannel channel = store.channel(location)) {
      ByteBuffer three = ByteBuffer.allocate(3);
      channel.position(3);
      while (three.hasRemaining() && channel.read(three) >= 0) {
        // until there are three
      }
      assertThat(three.array()).asString(StandardCharsets.UTF_8).isEqualTo("ond");
      assertThat(channel.size()).isEqualTo(6);
    }
  }

  @Test
  void aMissingFileIsAFailureToRead() {
    String location = location(folder.resolve("none"));

    assertThatThrownBy(() -> store.open(location).close()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.channel(location).close()).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.list(location, file -> {})).isInstanceOf(IOException.class);
  }
}
