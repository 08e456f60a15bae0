package io.ardmstream.jobs.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.restore.ArchiveVerification;
import io.ardmstream.archive.restore.FileFailure;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.archive.restore.Restore;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.backfill.source.SourceItem;
import io.ardmstream.jobs.backfill.source.Sources;
import io.ardmstream.media.MediaOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackfillTest {

  private static final long MODIFIED = 1_600_000_000_000L;

  @TempDir Path temp;
  private BackfillSettings settings =
      BackfillSettings.of(MediaOptions.defaults()).withPartAge(Duration.ZERO);
  private Path photos;
  private Path root;

  @BeforeEach
  void makePhotos() throws IOException {
    root = temp.resolve("archive");
    photos = Files.createDirectories(temp.resolve("photos/sub folder")).getParent();
    for (int i = 0; i < 40; i++) {
      picture(photos.resolve(i % 2 == 0 ? "p" + i + ".pgm" : "sub folder/ü" + i + ".pgm"), i);
    }
    Files.writeString(photos.resolve("notes.txt"), "No picture.");
    Files.writeString(photos.resolve(".hidden"), "");
  }

  @Test
  void whatGoesInComesOut() throws IOException {
    Map<String, String> before = content(photos);

    BackfillReport report = backfill(photos.toString());

    assertThat(report.failures()).isEmpty();
    assertThat(report.archived()).isEqualTo(42);
    assertThat(report.opaque()).isEqualTo(2);
    assertThat(report.ratio()).isGreaterThan(1);
    assertThat(content(photos)).isEqualTo(before);
    assertThat(restored()).isEqualTo(content(temp, "photos"));
    assertThat(verified(1)).matches(r -> r.files() == 42 && r.failed() == 0);
    assertThat(verified(0.5).files()).isBetween(5L, 37L);
  }

  @Test
  void aSecondRunDoesNothing() throws IOException {
    backfill(photos.toString());
    Map<String, String> before = content(root);
    Files.setLastModifiedTime(photos.resolve("p0.pgm"), FileTime.fromMillis(MODIFIED));

    BackfillReport again = backfill(photos.toString());

    assertThat(again.archived()).isZero();
    assertThat(again.present()).isEqualTo(42);
    assertThat(again.failed()).isZero();
    assertThat(content(root)).isEqualTo(before);
  }

  @Test
  void aLaterRunAddsWhatIsNew() throws IOException {
    backfill(photos.toString());
    picture(photos.resolve("new.pgm"), 50);

    assertThat(backfill(photos.toString()).archived()).isOne();
    assertThat(restored()).isEqualTo(content(temp, "photos"));
  }

  @Test
  void aChangedOriginalIsReportedAndTheArchiveKeepsTheOld() throws IOException {
    backfill(photos.toString());
    Map<String, String> before = content(temp, "photos");
    picture(photos.resolve("p0.pgm"), 77);

    BackfillReport report = backfill(photos.toString());

    assertThat(report.failures())
        .singleElement()
        .matches(failure -> failure.name().equals("photos/p0.pgm"))
        .matches(failure -> failure.message().contains("differs"));
    assertThat(restored()).isEqualTo(before);
  }

  @Test
  void otherContentOfTheSameLengthAndTimeIsFoundIfAskedFor() throws IOException {
    backfill(photos.toString());
    Path photo = photos.resolve("p0.pgm");
    byte[] bytes = Files.readAllBytes(photo);
    bytes[bytes.length - 1] ^= 1;
    FileTime modified = Files.getLastModifiedTime(photo);
    Files.write(photo, bytes);
    Files.setLastModifiedTime(photo, modified);

    BackfillReport quick = backfill(photos.toString());
    assertThat(quick.failures()).isEmpty();
    assertThat(quick.present()).isEqualTo(42);
    assertThat(quick.compared()).isZero();
    assertThat(quick.toString()).contains("0 compared by SHA-256, 42 by length and time");

    settings = settings.withChecksum(true);
    BackfillReport thorough = backfill(photos.toString());
    assertThat(thorough.failures()).singleElement().matches(f -> f.name().equals("photos/p0.pgm"));
    assertThat(thorough.present()).isEqualTo(41);
    assertThat(thorough.compared()).isEqualTo(41);
  }

  @Test
  void linksAndSpecialFilesInFoldersAreLeftOutAndCounted() throws Exception {
    Files.createSymbolicLink(photos.resolve("link"), photos.resolve("p0.pgm"));
    Files.createSymbolicLink(photos.resolve("sub folder/up"), photos);
    Files.createSymbolicLink(photos.resolve("dangling"), photos.resolve("none"));
    assertThat(new ProcessBuilder("mkfifo", photos + "/fifo").start().waitFor()).isZero();

    BackfillReport report = backfill(photos.toString());

    assertThat(report.archived()).isEqualTo(42);
    assertThat(report.leftOut()).isEqualTo(4);
    assertThat(report.failures()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeListedCostsOnlyItself() throws IOException {
    // paths may have 4,096 bytes: two folders that are too deep together
    Path deep = Files.createDirectories(photos.resolve(("d".repeat(200) + "/").repeat(12)));
    Path moved = temp.resolve("moved");
    Files.createDirectories(moved.resolve(("e".repeat(200) + "/").repeat(12)));
    Files.move(moved, deep.resolve("moved"));
    BackfillReport report;
    try {
      report = backfill(photos.toString());
    } finally {
      Files.move(deep.resolve("moved"), moved);
    }
    assertThat(report.archived()).isEqualTo(42);
    assertThat(report.failures()).singleElement().matches(f -> f.message().contains("listed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.tar", "x.tar.gz", "x.tgz", "x.tar.zst", "x.zip"})
  void tarAndZipFilesGiveTheirContent(String name) throws IOException {
    Path file = temp.resolve(name);
    pack(file);

    assertThat(backfill(file.toString()).archived()).isEqualTo(42);
    Map<String, String> expected = new TreeMap<>();
    content(photos).forEach((path, text) -> expected.put("x/" + path, text));
    assertThat(restored()).isEqualTo(expected);
    assertThat(backfill(file.toString()).present()).isEqualTo(42);
  }

  @Test
  void aTruncatedTarFileIsAFailureAndTheRestIsArchived() throws IOException {
    Path file = temp.resolve("x.tar");
    pack(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    BackfillReport report = backfill(file.toString(), photos.toString());

    assertThat(report.failures())
        .as("the member that is cut, and the tar file for what was behind it")
        .hasSize(2)
        .allMatch(failure -> failure.kind() == FileFailure.Kind.IO)
        .anyMatch(failure -> failure.name().startsWith("x/"))
        .anyMatch(failure -> failure.name().equals(file.toString()));
    assertThat(report.archived()).isGreaterThan(42 + 10);
  }

  @Test
  void globsAndUrisOfFlinkGiveTheirMatches() throws IOException {
    assertThat(backfill(photos + "/**/*.pgm").archived()).isEqualTo(20);
    assertThat(restored()).containsKey("sub folder/ü1.pgm").doesNotContainKey("p0.pgm");

    root = temp.resolve("second");
    assertThat(backfill(photos.toUri().toString()).archived()).isEqualTo(42);
    assertThat(backfill(photos.toUri() + "p*.pgm").archived()).isEqualTo(20);
    pack(temp.resolve("x.zip"));
    assertThat(backfill(temp.resolve("x.zip").toUri().toString()).archived()).isEqualTo(42);
  }

  @Test
  void oneRecordIsFoundWithoutTheRest() throws IOException {
    backfill(photos.toString());
    try (Archive archive = Archive.open(root);
        Codec codec = codec()) {
      Path out = temp.resolve("one");
      assertThat(new Restore(archive, codec).one("photos/p4.pgm", "p4.pgm", out).files()).isOne();
      assertThat(out.resolve("p4.pgm")).hasSameBinaryContentAs(photos.resolve("p4.pgm"));
      assertThatThrownBy(() -> new Restore(archive, codec).one("photos/none", "x", out))
          .hasMessageContaining("photos/none");
    }
  }

  @Test
  void aMissingIndexIsRebuilt() throws IOException {
    backfill(photos.toString());
    String index = Files.readString(root.resolve("index/names.tsv"));
    Files.delete(root.resolve("index/names.tsv"));

    assertThat(backfill(photos.toString()).present()).isEqualTo(42);
    assertThat(root.resolve("index/names.tsv")).content().isEqualTo(index);
  }

  /** A flipped bit of the index once changed the time of a file. */
  @Test
  void aDamagedIndexIsRefusedByReadersAndRebuiltByTheNextBackfill() throws IOException {
    backfill(photos.toString());
    Path file = root.resolve("index/names.tsv");
    byte[] index = Files.readAllBytes(file);
    for (int at = 0; at < index.length; at += 97) {
      byte[] damaged = index.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);

      assertThatThrownBy(() -> verified(1)).hasMessageContaining("the index of the archive is");
    }
    assertThat(backfill(photos.toString()).present()).isEqualTo(42);
    assertThat(file).hasBinaryContent(index);
    assertThat(restored()).isEqualTo(content(temp, "photos"));
  }

  @Test
  void aDamagedIndexOfADamagedArchiveIsLeftAsItIs() throws IOException {
    backfill(photos.toString());
    Path file = root.resolve("index/names.tsv");
    byte[] index = Files.readAllBytes(file);
    index[100] ^= 1;
    Files.write(file, index);
    byte[] part = Files.readAllBytes(anyPart());
    part[part.length - 30] ^= 1;
    Files.write(anyPart(), part);

    assertThatThrownBy(() -> backfill(photos.toString()))
        .hasMessageContaining("is damaged at byte");
    assertThat(file).hasBinaryContent(index);
  }

  @Test
  void anArchiveWithoutItsIndexIsNotTakenForEmpty() throws IOException {
    backfill(photos.toString());
    Files.delete(root.resolve("index/names.tsv"));

    assertThatThrownBy(() -> verified(1)).hasMessageContaining("it is missing");
  }

  @Test
  void damageIsFoundAndCostsOnePartAtMost() throws IOException {
    backfill(photos.toString());
    Path part = anyPart();
    byte[] bytes = Files.readAllBytes(part);
    long records =
        Files.readAllLines(root.resolve("index/names.tsv")).stream()
            .filter(line -> line.contains(part.getFileName().toString()))
            .count();
    for (int at = bytes.length - 1; at > bytes.length - 200; at -= 19) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Files.write(part, damaged);

      ReadReport report = verified(1);

      assertThat(report.files()).as("damage at byte %d", at).isEqualTo(42 - records);
      assertThat(report.failures())
          .allMatch(failure -> failure.kind() == FileFailure.Kind.CORRUPT)
          .anyMatch(failure -> failure.message().contains(part + " is damaged at byte "));
    }
  }

  @Test
  void aMissingPartIsFound() throws IOException {
    backfill(photos.toString());
    Files.delete(anyPart());

    assertThat(verified(1).failures()).anyMatch(f -> f.message().contains("the part is missing"));
  }

  @Test
  void onlyOneRunAtATimeAndOnlyInArchives() throws IOException {
    try (Archive writing = Archive.openToWrite(root)) {
      assertThat(writing.find("x")).isEmpty();
      assertThatThrownBy(() -> Archive.openToWrite(root)).hasMessageContaining("another backfill");
    }
    assertThatThrownBy(() -> Archive.openToWrite(photos)).hasMessageContaining("no archive");
    assertThatThrownBy(() -> Archive.open(photos)).hasMessageContaining("is no archive");
  }

  private BackfillReport backfill(String... sources) throws IOException {
    List<SourceItem> items = new ArrayList<>();
    for (String source : sources) {
      new Sources(null).visit(source, items::add);
    }
    return backfill(items);
  }

  private BackfillReport backfill(List<SourceItem> items) throws IOException {
    BackfillReport report;
    try (Archive archive = Archive.openToWrite(root);
        Codec codec = codec();
        Backfill backfill = new Backfill(archive, codec, settings, bytes -> {})) {
      for (SourceItem item : items) {
        backfill.add(item);
      }
      report = backfill.finish();
      Archive.mergeIndex(root);
    }
    return report;
  }

  private Map<String, String> restored() throws IOException {
    Path out = Files.createTempDirectory(temp, "restored");
    try (Archive archive = Archive.open(root);
        Codec codec = codec()) {
      assertThat(new Restore(archive, codec).all(out, bytes -> {}).failures()).isEmpty();
      ReadReport again = new Restore(archive, codec).all(out, bytes -> {});
      assertThat(again.written()).isZero();
    }
    return content(out);
  }

  private ReadReport verified(double share) throws IOException {
    try (Archive archive = Archive.open(root);
        Codec codec = codec()) {
      return new ArchiveVerification(archive, codec).run(share, 1, bytes -> {});
    }
  }

  private static Codec codec() {
    return Codec.builder().build();
  }

  private Path anyPart() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".avro")).findFirst().orElseThrow();
    }
  }

  private void pack(Path file) throws IOException {
    String name = file.toString();
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream compressed =
            name.endsWith("gz")
                ? new GzipCompressorOutputStream(out)
                : name.endsWith("zst") ? new ZstdCompressorOutputStream(out) : out) {
      if (name.endsWith(".zip")) {
        fill(new ZipArchiveOutputStream(compressed), (path, length) -> new ZipArchiveEntry(path));
      } else {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(compressed, "UTF-8");
        tar.setAddPaxHeadersForNonAsciiNames(true);
        fill(tar, BackfillTest::tarEntry);
      }
    }
  }

  private <E extends ArchiveEntry> void fill(
      ArchiveOutputStream<E> pack, BiFunction<String, Integer, E> entries) throws IOException {
    for (String path : content(photos).keySet()) {
      byte[] bytes = Files.readAllBytes(photos.resolve(path));
      pack.putArchiveEntry(entries.apply(path, bytes.length));
      pack.write(bytes);
      pack.closeArchiveEntry();
    }
    pack.finish();
  }

  private static TarArchiveEntry tarEntry(String path, int length) {
    TarArchiveEntry entry = new TarArchiveEntry("./" + path);
    entry.setSize(length);
    entry.setModTime(MODIFIED);
    return entry;
  }

  private static Map<String, String> content(Path folder, String... inside) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(inside.length == 0 ? folder : folder.resolve(inside[0]))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        content.put(
            folder.relativize(file).toString(), bytes.length + ":" + Arrays.hashCode(bytes));
      }
    }
    return content;
  }

  private static void picture(Path file, int shade) throws IOException {
    byte[] head = "P5\n32 24\n255\n".getBytes(UTF_8);
    byte[] bytes = Arrays.copyOf(head, head.length + 32 * 24);
    for (int i = 0; i < 32 * 24; i++) {
      bytes[head.length + i] = (byte) (shade + 3 * (i % 32) + 2 * (i / 32) + i * 7 % 5);
    }
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, FileTime.fromMillis(MODIFIED + shade * 3_600_000L));
  }
}
