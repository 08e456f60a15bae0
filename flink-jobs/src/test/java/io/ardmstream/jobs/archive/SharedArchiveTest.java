package io.ardmstream.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.ArchiveEntry;
import io.ardmstream.archive.ArchiveStore;
import io.ardmstream.archive.EntryStream;
import io.ardmstream.archive.restore.ArchiveVerification;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.archive.restore.Restore;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.backfill.Backfill;
import io.ardmstream.jobs.backfill.BackfillReport;
import io.ardmstream.jobs.backfill.BackfillSettings;
import io.ardmstream.jobs.backfill.source.Sources;
import io.ardmstream.media.MediaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several write to an archive that nobody locks, and others read it meanwhile. */
class SharedArchiveTest {
  private static final int MANY = 20;

  @TempDir private Path temp;
  private final Codec codec = Codec.builder().build();
  private Path folder;
  private ArchiveStore store;

  @BeforeEach
  void begin() throws IOException {
    folder = temp.resolve("archive");
    store = FlinkStoreTest.of(folder, true);
  }

  @AfterEach
  void end() {
    codec.close();
  }

  @Test
  @DisplayName("what two archive at the same time is there once, with the content of the first")
  void theFirstCounts() throws IOException {
    Path mine = file("mine/same/a", "one content");
    Path yours = file("yours/same/a", "another");
    file("mine/same/b", "equal");
    file("yours/same/b", "equal");
    try (Archive first = Archive.openToWrite(store);
        Archive second = Archive.openToWrite(store);
        Backfill one = backfill(first);
        Backfill other = backfill(second)) {
      new Sources(null).visit(mine.getParent().toString(), one::add);
      new Sources(null).visit(yours.getParent().toString(), other::add);

      BackfillReport mineDone = one.finish();
      BackfillReport yoursDone = other.finish();

      assertContradiction(mineDone, "this one archived counts");
      assertContradiction(yoursDone, "that one archived counts");
    }
    assertThat(names()).containsExactly("same/a", "same/b");
    try (Archive archive = Archive.open(store)) {
      ReadReport report = new Restore(archive, codec).all(temp.resolve("restored"), bytes -> {});
      assertThat(report.failures()).isEmpty();
    }
    assertThat(temp.resolve("restored/same/a")).hasContent("one content");
    assertIntact(2);
  }

  @Test
  @DisplayName("many writers and readers together lose nothing, and the index stays small")
  void manyTogether() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<?>> writers = new ArrayList<>();
    Archive.openToWrite(store).close();
    try {
      for (int writer = 0; writer < 3; writer++) {
        String name = "writer" + writer;
        writers.add(threads.submit((Callable<Void>) () -> writeMany(name)));
      }
      while (!writers.stream().allMatch(Future::isDone)) {
        try (Archive archive = Archive.open(store)) {
          ReadReport report = new ArchiveVerification(archive, codec).run(1, 1, bytes -> {});
          assertThat(report.failures()).isEmpty();
        }
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(names()).hasSize(3 * MANY).doesNotHaveDuplicates();
    assertIntact(3 * MANY);
    Archive.mergeIndex(store);
    assertThat(store.files("index").size()).isLessThanOrEqualTo(17);
    assertIntact(3 * MANY);
  }

  @Test
  @DisplayName("an index whose part is still to come counts for nothing, and is not merged away")
  void aPartThatIsStillToCome() throws IOException {
    write("a", 1);
    Path part;
    try (Stream<Path> files = Files.walk(folder)) {
      part = files.filter(file -> file.toString().endsWith(".avro")).findFirst().orElseThrow();
    }
    Files.move(part, temp.resolve("sent"));
    assertThat(names()).isEmpty();

    write("other", 20);
    assertThat(names()).hasSize(20);

    Files.move(temp.resolve("sent"), part, StandardCopyOption.ATOMIC_MOVE);
    assertThat(names()).hasSize(21).contains("a/0");
    assertIntact(21);
  }

  @Test
  @DisplayName("a lost or damaged index is refused, and made again by the next backfill")
  void theIndexIsMadeAgain() throws IOException {
    write("a", 3);
    for (String index : store.files("index")) {
      store.delete(index);
    }
    assertThatThrownBy(() -> Archive.open(store)).hasMessageContaining("the index of the archive");
    write("b", 2);
    assertThat(names()).containsExactly("a/0", "a/1", "a/2", "b/0", "b/1");

    Path damaged = folder.resolve(store.files("index").get(0));
    Files.writeString(damaged, Files.readString(damaged).replaceFirst("\\d", "x"));
    assertThatThrownBy(this::names).hasMessageContaining("the index of the archive");
    write("c", 1);
    assertIntact(6);
  }

  @Test
  void nothingElseIsTakenForAnArchive() throws IOException {
    file("archive/something", "else");
    assertThatThrownBy(() -> Archive.openToWrite(store)).hasMessageContaining("no archive");
    assertThatThrownBy(() -> Archive.open(store)).hasMessageContaining("is no archive");
  }

  private static void assertContradiction(BackfillReport report, String which) {
    assertThat(report.failures()).hasSize(1);
    assertThat(report.failures().get(0).name()).isEqualTo("same/a");
    assertThat(report.failures().get(0).message()).contains("other content").contains(which);
  }

  private Void writeMany(String name) throws IOException {
    for (int i = 0; i < MANY; i += 4) {
      write(name + "-" + i, 4);
    }
    return null;
  }

  /** Archives a folder of files, each in a part of its own. */
  private void write(String name, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      file("sources/" + name + "/" + i, name + i);
    }
    try (Archive archive = Archive.openToWrite(store);
        Backfill backfill = backfill(archive)) {
      new Sources(null).visit(temp.resolve("sources").resolve(name).toString(), backfill::add);
      assertThat(backfill.finish().failures()).isEmpty();
      Archive.mergeIndex(store);
    }
  }

  private Backfill backfill(Archive archive) {
    BackfillSettings settings =
        new BackfillSettings(MediaOptions.defaults(), 1 << 20, 1, 1 << 20, Duration.ZERO, 1, false);
    return new Backfill(archive, codec, settings, bytes -> {});
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (Archive archive = Archive.open(store);
        EntryStream entries = archive.entries()) {
      for (ArchiveEntry entry = entries.next(); entry != null; entry = entries.next()) {
        names.add(entry.name());
      }
    }
    return names;
  }

  private void assertIntact(int files) throws IOException {
    try (Archive archive = Archive.open(store)) {
      ReadReport report = new ArchiveVerification(archive, codec).run(1, 1, bytes -> {});
      assertThat(report.failures()).isEmpty();
      assertThat(report.files()).isEqualTo(files);
    }
  }

  private Path file(String name, String content) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content.getBytes(UTF_8));
  }
}
