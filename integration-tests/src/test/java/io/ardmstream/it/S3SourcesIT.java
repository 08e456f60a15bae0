package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Media that lie in an object store are archived from there, by Flink's plugin for S3. */
class S3SourcesIT {
  private static final Path SAMPLES = Path.of("..", "samples", "audio");

  @Test
  @DisplayName("the objects below a prefix become the files of an archive")
  void objectsAreArchived(@TempDir Path folder) throws Exception {
    try (S3Server s3 = S3Server.start(folder.resolve("s3"))) {
      Path objects = Files.createDirectories(s3.bucket("media").resolve("recordings/2026"));
      List<Path> originals = samples();
      for (Path original : originals) {
        Files.copy(original, objects.resolve(original.getFileName()));
      }
      Path archive = folder.resolve("archive");
      Path restored = folder.resolve("restored");

      ArdmProcess backfill =
          ArdmProcess.run(
              s3.environment(), List.of("backfill", "s3://media/recordings", archive.toString()));
      ArdmProcess restore =
          ArdmProcess.run(List.of("restore", archive.toString(), restored.toString()));

      assertThat(backfill.exitCode()).as(backfill.err()).isZero();
      assertThat(restore.exitCode()).as(restore.err()).isZero();
      for (Path original : originals) {
        assertThat(restored.resolve("recordings/2026").resolve(original.getFileName()))
            .hasSameBinaryContentAs(original);
      }
    }
  }

  @Test
  @DisplayName("without the plugin it is said which one is missing")
  void theMissingPluginIsNamed(@TempDir Path folder) throws Exception {
    ArdmProcess backfill =
        ArdmProcess.run(List.of("backfill", "s3://media/recordings", folder.toString()));

    assertThat(backfill.exitCode()).isNotZero();
    assertThat(backfill.err()).contains("flink-s3-fs-presto").contains("FLINK_PLUGINS_DIR");
  }

  private static List<Path> samples() throws Exception {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(file -> file.toString().contains("speech")).toList();
    }
  }
}
