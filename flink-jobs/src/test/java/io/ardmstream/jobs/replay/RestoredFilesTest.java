package io.ardmstream.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Restored files lie below their directory, whatever a record calls itself, and none is lost. */
class RestoredFilesTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "photo.ppm,photo.ppm",
    "a/b c/photo.ppm,a/b c/photo.ppm",
    "a\\b.wav,a/b.wav",
    "./x,x",
    "Käse.wav,K%C3%A4se.wav",
    "100%,100%25",
  })
  void ordinaryNamesAreKept(String name, String expected) {
    assertThat(FileNames.safe(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\x",
        "a/../../../x",
        "..",
        "C:\\x",
        "x\u0000y",
        "~/x",
        ". ./x",
        ""
      })
  void hostileNamesStayInside(String name) throws IOException {
    Path file = files().write(name, name, "topic-0-1", bytes("content"));
    assertThat(file.toRealPath()).startsWith(directory.toRealPath());
    assertThat(file).hasContent("content");
  }

  @Property
  void everyNameStaysInside(@ForAll String name) {
    Path root = Path.of("/restored");
    assertThat(root.resolve(FileNames.safe(name)).normalize()).startsWithRaw(root);
  }

  @Property
  void everyPartIsShortEnoughForFileSystems(@ForAll String name) {
    assertThat(Stream.of(FileNames.safe(name + name + name).split("/")))
        .allMatch(part -> part.length() <= 180);
  }

  @Test
  void linkOutOfTheDirectoryIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(directory.resolve("stream"), elsewhere);
    assertThatThrownBy(() -> files().write("stream", "x", "o", bytes("content")))
        .hasMessageContaining("leads out of");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void sameRecordTwiceIsOneFile() throws IOException {
    files().write("s", "x.wav", "topic-0-1", bytes("content"));
    files().write("s", "x.wav", "topic-0-1", bytes("content"));
    assertThat(names()).containsExactly("x.wav");
  }

  @Test
  void recordsOfOneNameAreAllKept() throws IOException {
    files().write("s", "x.wav", "topic-0-1", bytes("one"));
    files().write("s", "x.wav", "topic-0-2", bytes("two"));
    files().write("s", "x.wav", "topic-0-1", bytes("one"));
    files().write("s", "x.wav", "topic-0-2", bytes("two"));
    assertThat(names()).containsExactly("x.wav", "x~topic-0-2.wav");
  }

  private RestoredFiles files() {
    return new RestoredFiles(directory);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("s"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
