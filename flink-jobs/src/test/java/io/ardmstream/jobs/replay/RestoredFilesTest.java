package io.ardmstream.jobs.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    "Käse.wav,Käse.wav",
    "写真 1/Übersicht – Köln.png,写真 1/Übersicht – Köln.png",
    "ä\u202Ex\u00A0y\uE000,ä%E2%80%AEx%C2%A0y%EE%80%80",
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
        .allMatch(part -> part.getBytes(UTF_8).length <= 180);
  }

  @Test
  void aFileHasTheLettersOfItsName() throws IOException {
    Path file = files().write("Köln", "Grüße/写真.png", "topic-0-1", bytes("content"));

    assertThat(PathText.of(directory.relativize(file))).isEqualTo("Köln/Grüße/写真.png");
    assertThat(FileNames.ascii("Grüße 1.png")).isEqualTo("Gr%C3%BC%C3%9Fe 1.png");
  }

  @Test
  void linkOutOfTheDirectoryIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(directory.resolve("stream"), elsewhere);

    Path file = files().write("stream", "x", "topic-0-1", bytes("content"));

    assertThat(file).isEqualTo(directory.resolve("~topic-0-1/x")).hasContent("content");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aFileWhereAFolderMustBeCostsNothing() throws IOException {
    for (List<String> names : List.of(List.of("a", "a/b"), List.of("c/d", "c"))) {
      for (int run = 0; run < 2; run++) {
        for (int i = 0; i < names.size(); i++) {
          String name = names.get(i);
          Path file = files().write("s", name, "topic-" + name.charAt(0) + "-" + i, bytes(name));
          assertThat(file).hasContent(name);
        }
      }
    }
    assertThat(content()).containsExactlyInAnyOrder("a", "a/b", "c", "c/d");
  }

  @Test
  void aStreamNamedLikeAFileCostsNothing() throws IOException {
    files().write("", "s", "topic-0-0", bytes("file"));
    files().write("s", "x", "topic-0-1", bytes("in a folder"));

    assertThat(content()).containsExactlyInAnyOrder("file", "in a folder");
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 1000, 4096, 100_000})
  void pathsThatAreTooLongAreReplaced(int length) throws IOException {
    for (String unit : List.of("x", "xy/", "x/".repeat(50) + "y".repeat(100), "ä", "../")) {
      String name = unit.repeat(length / unit.length());
      String origin = "topic-0-" + Math.abs(unit.hashCode());
      Path file = files().write(name, name + ".wav", origin, bytes(unit));

      assertThat(file).hasContent(unit);
      assertThat(file.toRealPath()).startsWith(directory.toRealPath());
      assertThat(files().write(name, name + ".wav", origin, bytes(unit))).isEqualTo(file);
    }
  }

  @Test
  void aLongNameThatIsTakenIsReplaced() throws IOException {
    String name = "n".repeat(300);
    String topic = "t".repeat(249);
    Path first = files().write("s", name, topic + "-0-1", bytes("one"));
    Path second = files().write("s", name, topic + "-0-2", bytes("two"));

    assertThat(first).hasContent("one");
    assertThat(second).hasContent("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CON", "nul.txt", "com1", "LPT9.tar.gz", "aux"})
  void devicesOfWindowsAreNoNames(String name) {
    assertThat(FileNames.safe(name)).startsWith("%").endsWith(name.substring(1));
    assertThat(FileNames.safe("console")).isEqualTo("console");
  }

  @Test
  void whatIsThereIsNeverChanged() throws IOException {
    for (String taken : List.of("s/x", "s/x~topic-0-1", "~topic-0-1/x")) {
      Files.createDirectories(directory.resolve(taken).getParent());
      Files.writeString(directory.resolve(taken), "taken");
    }
    assertThatThrownBy(() -> files().write("s", "x", "topic-0-1", bytes("content")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(content()).containsOnly("taken").hasSize(3);
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

  private List<String> content() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<String> content = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.add(Files.readString(file));
      }
      return content;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
