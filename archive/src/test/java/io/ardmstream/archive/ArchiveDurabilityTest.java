package io.ardmstream.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.archive.FaultyDisk.Fault;
import io.ardmstream.archive.FaultyDisk.Survival;
import io.ardmstream.archive.restore.ArchiveVerification;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.codec.Codec;
import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What disks do, and what an archive promises all the same. */
class ArchiveDurabilityTest {

  private static final int FILES = 6;
  private static final long DAY = 86_400_000L;

  private static final Map<ArchiveEntry, EncodedRecord> RECORDS = new TreeMap<>(ArchiveEntry.ORDER);
  private static Codec codec;

  @TempDir Path temp;
  private int runs;

  @BeforeAll
  static void encode() {
    codec = Codec.builder().build();
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = ("content " + i).repeat(50 + i).getBytes(UTF_8);
      // two days, so two parts
      RECORDS.put(
          SmallRecords.entry("files/" + i, i % 2 * DAY, bytes),
          SmallRecords.record(codec, "files/" + i, i % 2 * DAY, bytes));
    }
  }

  @AfterAll
  static void close() {
    codec.close();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasReportedSurvivesAPowerFailure(Survival survival) throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      FaultyDisk disk = disk();
      fill(disk.root().resolve("deep/archive"));

      FaultyDisk found = disk.afterPowerFailure(survival, new Random(seed), next());

      assertComplete(found.root().resolve("deep/archive"));
    }
  }

  /**
   * The power fails at one operation after the other; nothing of what is left is taken for whole.
   */
  @ParameterizedTest
  @EnumSource
  void aRunThatLostItsPowerIsContinued(Survival survival) throws IOException {
    long operations = operations();
    for (long at = survival.ordinal(); at < operations; at += Survival.values().length) {
      FaultyDisk disk = disk();
      disk.failAt(at, Fault.POWER);
      assertThatThrownBy(() -> fill(disk.root().resolve("archive")))
          .as("operation %d", at)
          .isInstanceOf(IOException.class);

      FaultyDisk found = disk.afterPowerFailure(survival, new Random(at), next());

      Path archive = found.root().resolve("archive");
      Archive.openToWrite(archive).close();
      assertThat(verified(archive).failures()).as("operation %d", at).isEmpty();
      fill(archive);
      assertComplete(archive);
    }
  }

  @Test
  void aFullDiskIsSaidOfTheFile() throws IOException {
    IOException full = new IOException("No space left on device");
    Path file = temp.resolve("archive/part");
    assertThat(DurableFiles.named(file, full))
        .hasMessage(file + ": No space left on device")
        .hasCause(full);
    assertThat(DurableFiles.named(file, DurableFiles.named(file, full)).getMessage())
        .containsOnlyOnce(file.toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"ERROR", "FULL"})
  void anErrorIsReportedAndTheNextRunGoesOn(Fault fault) throws IOException {
    long operations = operations();
    for (long at = fault.ordinal(); at < operations; at += 2) {
      FaultyDisk disk = disk();
      disk.failAt(at, fault);
      Path archive = disk.root().resolve("archive");
      boolean reported = false;
      try {
        fill(archive);
      } catch (IOException e) {
        reported = true;
      }
      disk.failAt(Long.MAX_VALUE, fault);
      if (!reported) {
        assertComplete(archive);
      }
      fill(archive);
      assertComplete(archive);
    }
  }

  @Test
  void aFileThatIsRestoredOutlivesAPowerFailure() throws IOException {
    FaultyDisk disk = disk();
    Path file = disk.root().resolve("a/b/file");
    DurableFiles.createFolders(file.getParent());
    DurableFiles.create(file, new byte[1000], null);
    DurableFiles.sync(file.getParent());
    for (Survival survival : Survival.values()) {
      FaultyDisk found = disk.afterPowerFailure(survival, new Random(1), next());
      assertThat(found.root().resolve("a/b/file")).hasBinaryContent(new byte[1000]);
    }
  }

  /** Whatever fails at whatever operation, there is what was before or all that is new. */
  @ParameterizedTest
  @EnumSource
  void aFileThatIsReplacedIsTheOldOneOrTheNew(Fault fault) throws IOException {
    byte[] old = {1, 2, 3};
    byte[] fresh = new byte[1000];
    boolean failed = true;
    for (long at = 0; failed; at++) {
      FaultyDisk disk = disk();
      Path file = disk.root().resolve("file");
      DurableFiles.replace(file, old);
      disk.failAt(disk.operations() + at, fault);
      failed = false;
      try {
        DurableFiles.replace(file, fresh);
      } catch (IOException e) {
        failed = true;
      }
      for (Survival survival : Survival.values()) {
        FaultyDisk found = disk.afterPowerFailure(survival, new Random(at), next());
        byte[] content = Files.readAllBytes(found.root().resolve("file"));
        assertThat(content).isIn(failed ? List.of(old, fresh) : List.of(fresh));
      }
    }
  }

  private void fill(Path root) throws IOException {
    try (Archive archive = Archive.openToWrite(root);
        ArchiveWriter writer =
            new ArchiveWriter(new FolderStore(root), 1 << 20, Duration.ofHours(1))) {
      for (Map.Entry<ArchiveEntry, EncodedRecord> record : RECORDS.entrySet()) {
        if (archive.find(record.getKey().name()).isEmpty()) {
          writer.append(record.getValue(), record.getKey());
        }
      }
      writer.finish();
      Archive.mergeIndex(root);
    }
  }

  private long operations() throws IOException {
    FaultyDisk disk = disk();
    fill(disk.root().resolve("archive"));
    return disk.operations();
  }

  private void assertComplete(Path root) throws IOException {
    ReadReport report = verified(root);
    assertThat(report.failures()).isEmpty();
    assertThat(report.files()).isEqualTo(FILES);
    assertThat(Files.exists(root.resolve("index/names.tsv"))).isTrue();
  }

  private static ReadReport verified(Path root) throws IOException {
    try (Archive archive = Archive.open(root)) {
      return new ArchiveVerification(archive, codec).run(1, 1, bytes -> {});
    }
  }

  private FaultyDisk disk() throws IOException {
    return new FaultyDisk(next());
  }

  private Path next() throws IOException {
    return Files.createDirectory(temp.resolve(Integer.toString(runs++)));
  }
}
