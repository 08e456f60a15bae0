package io.ardmstream.archive.restore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a record calls itself, nothing outside the folder changes. */
class RestoreFolderTest {

  private static final byte[] CONTENT = "content".getBytes(UTF_8);

  @TempDir Path temp;
  private Path outside;
  private RestoreFolder folder;

  @BeforeEach
  void make() throws IOException {
    outside = Files.createDirectory(temp.resolve("outside"));
    folder = new RestoreFolder(temp.resolve("inside"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a/b/c",
        "Käse (1).png",
        ".hidden",
        "a b",
        "...",
        "~",
        "C:x",
        "x\\y",
        "nl\nname"
      })
  void ordinaryNamesAreKept(String name) throws IOException {
    assertThat(folder.write(name, CONTENT, 1_000_000)).isTrue();

    Path file = temp.resolve("inside").resolve(name);
    assertThat(file).hasContent("content");
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000_000);
    assertThat(folder.write(name, CONTENT, 5)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "/",
        "/etc/passwd",
        "../outside/x",
        "a/../../outside/x",
        "a/..",
        "a//b",
        "a/./b",
        "a/",
        "x\0y",
        "a/b/../../../outside/x"
      })
  void namesThatCouldLeadOutAreRefused(String name) throws IOException {
    assertThatThrownBy(() -> folder.write(name, CONTENT, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("could lead out");
    assertNothingOutside();
  }

  @Test
  void linksAreNeverFollowed() throws IOException {
    Files.createSymbolicLink(temp.resolve("inside/link"), outside);
    Files.createSymbolicLink(temp.resolve("inside/file"), outside.resolve("new"));

    assertThatThrownBy(() -> folder.write("link/x", CONTENT, 0)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> folder.write("link/x/y", CONTENT, 0)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> folder.write("file", CONTENT, 0)).isInstanceOf(IOException.class);
    assertThat(folder.existing("link/x")).isNull();
    assertNothingOutside();
  }

  @Test
  void existingFilesAreNeverChanged() throws IOException {
    folder.write("a", CONTENT, 0);

    assertThatThrownBy(() -> folder.write("a", "other".getBytes(UTF_8), 0))
        .hasMessageContaining("exists with other content");
    assertThat(temp.resolve("inside/a")).hasContent("content");
  }

  private void assertNothingOutside() throws IOException {
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).isEmpty();
    }
    try (Stream<Path> files = Files.list(temp)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("inside", "outside");
    }
  }
}
