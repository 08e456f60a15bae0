package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.archive.restore.Restore;
import io.ardmstream.codec.Codec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of every version that was ever published are read, for ever. */
class ArchiveVersionsTest {

  @TempDir Path temp;
  private Path archive;

  @BeforeEach
  void name() {
    archive = temp.resolve("archive");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void filesComeBackWithTheirTimes(int version) throws Exception {
    copy(version);
    Map<String, String> before = content(archive);

    assertRestored(temp.resolve("out"));
    assertThat(content(archive)).as("reading changes nothing").isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void writingMakesItAnArchiveOfToday(int version) throws Exception {
    copy(version);

    Archive.openToWrite(archive).close();

    assertThat(archive.resolve("ardm-archive.json")).content().contains("\"version\": 3");
    assertThat(Files.readAllLines(archive.resolve("index/names.tsv")).get(0))
        .isEqualTo("ardm-archive-index\t3");
    assertRestored(temp.resolve("out"));
  }

  @Test
  void whatIsWrittenTodayIsWhatIsPublished() throws Exception {
    copy(3);
    byte[] index = Files.readAllBytes(archive.resolve("index/names.tsv"));
    Files.delete(archive.resolve("index/names.tsv"));

    Archive.openToWrite(archive).close();

    assertThat(archive.resolve("index/names.tsv")).hasBinaryContent(index);
  }

  private void assertRestored(Path out) throws IOException {
    try (Archive opened = Archive.open(archive);
        Codec codec = Codec.builder().build()) {
      ReadReport report = new Restore(opened, codec).all(out, bytes -> {});
      assertThat(report.failures()).isEmpty();
      assertThat(report.written()).isEqualTo(3);
    }
    assertThat(out.resolve("photos/notes.txt")).hasContent("No picture.");
    assertThat(out.resolve("photos/grey.pgm")).hasBinaryContent(pgm(7, 3, 2, 7, 5));
    assertThat(out.resolve("photos/Käse/x\\y.pgm")).hasBinaryContent(pgm(77, 2, 3, 5, 7));
    assertThat(Files.getLastModifiedTime(out.resolve("photos/notes.txt")).toMillis())
        .isEqualTo(1_600_000_000_123L);
    assertThat(Files.getLastModifiedTime(out.resolve("photos/grey.pgm")).toMillis())
        .isEqualTo(1_600_003_600_000L);
  }

  private static byte[] pgm(int shade, int right, int down, int step, int modulus) {
    byte[] head = "P5\n32 24\n255\n".getBytes(UTF_8);
    byte[] file = Arrays.copyOf(head, head.length + 32 * 24);
    for (int i = 0; i < 32 * 24; i++) {
      file[head.length + i] =
          (byte) (shade + right * (i % 32) + down * (i / 32) + i * step % modulus);
    }
    return file;
  }

  private void copy(int version) throws IOException, URISyntaxException {
    Path golden = Path.of(getClass().getResource("/archives/" + version).toURI());
    try (Stream<Path> files = Files.walk(golden)) {
      for (Path file : files.toList()) {
        Files.copy(file, archive.resolve(golden.relativize(file).toString()));
      }
    }
  }

  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(file.toString(), Arrays.toString(Files.readAllBytes(file)));
      }
    }
    return content;
  }
}
