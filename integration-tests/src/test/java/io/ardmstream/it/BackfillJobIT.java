package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.archive.Archive;
import io.ardmstream.archive.restore.ReadReport;
import io.ardmstream.archive.restore.Restore;
import io.ardmstream.codec.Codec;
import io.ardmstream.jobs.backfill.BackfillConfig;
import io.ardmstream.jobs.backfill.BackfillJob;
import io.ardmstream.jobs.backfill.BackfillReport;
import io.ardmstream.jobs.config.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.flink.api.common.JobID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(StreamingSystem.class)
class BackfillJobIT {

  private static final int FILES = 400;

  @TempDir Path temp;
  private Path photos;
  private Path root;

  @BeforeEach
  void makePhotos() throws IOException {
    photos = Files.createDirectories(temp.resolve("photos"));
    root = temp.resolve("archive");
    for (int i = 0; i < FILES; i++) {
      Files.write(photos.resolve(i + ".pgm"), Media.gradient(100 + i % 50, 100, i));
    }
  }

  @Test
  @Timeout(180)
  @DisplayName("a TaskManager is lost in the middle: every file is in the archive once")
  void taskManagersDie(Streams streams) throws Exception {
    try (Archive archive = Archive.openToWrite(root)) {
      JobID job = streams.cluster.submit(BackfillJob.prepare(config(photos.toString())));
      while (parts() == 0) {
        LockSupport.parkNanos(20_000_000);
      }
      streams.cluster.replaceTaskManager();
      streams.cluster.resultOf(job);
      Archive.mergeIndex(archive.store());
    }
    assertThat(Files.readAllLines(root.resolve("index/names.tsv")))
        .as("a head, the files, an end")
        .hasSize(FILES + 2);
    assertRestored();

    BackfillReport again = BackfillJob.run(config(photos.toString()));
    assertThat(again.present()).isEqualTo(FILES);
    assertThat(again.archived() + again.failed()).isZero();
  }

  @Test
  @Timeout(180)
  @DisplayName("a folder and a zip file of the same names give each name once")
  void sameNamesFromTwoSources() throws Exception {
    Path zip = zip();

    BackfillReport report = BackfillJob.run(config(photos + "," + zip));

    assertThat(report.archived()).isEqualTo(FILES);
    assertThat(report.present()).isEqualTo(FILES);
    assertThat(report.failures()).isEmpty();
    assertThat(Files.readAllLines(root.resolve("index/names.tsv")))
        .as("a head, the files, an end")
        .hasSize(FILES + 2);
    assertRestored();
  }

  @Test
  @DisplayName("a source that does not exist ends the job at once")
  void missingSource() {
    assertThatThrownBy(() -> BackfillJob.run(config(temp.resolve("none").toString())))
        .hasStackTraceContaining("there is no source")
        .hasStackTraceContaining("name what exists on all machines");
  }

  private BackfillConfig config(String sources) {
    return BackfillConfig.of(
        new Settings(
            Map.of(
                "job.parallelism", "4",
                "input.sources", sources,
                "archive.folder", root.toString(),
                "archive.publish-interval", "1 s",
                "codec.image-model", "none",
                "flink.restart-strategy.fixed-delay.delay", "50 ms")));
  }

  private void assertRestored() throws IOException {
    Path restored = temp.resolve("restored");
    try (Archive archive = Archive.open(root);
        Codec codec = Codec.builder().build()) {
      ReadReport report = new Restore(archive, codec).all(restored, bytes -> {});
      assertThat(report.failures()).isEmpty();
      assertThat(report.written()).isEqualTo(FILES);
    }
    for (Path photo : photos()) {
      assertThat(restored.resolve("photos").resolve(photo.getFileName()))
          .hasSameBinaryContentAs(photo);
    }
  }

  private Path zip() throws IOException {
    Path file = temp.resolve("photos.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path photo : photos()) {
        zip.putNextEntry(new ZipEntry(photo.getFileName().toString()));
        zip.write(Files.readAllBytes(photo));
      }
    }
    return file;
  }

  private List<Path> photos() throws IOException {
    try (Stream<Path> files = Files.list(photos)) {
      return files.sorted().toList();
    }
  }

  private long parts() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".avro")).count();
    }
  }
}
