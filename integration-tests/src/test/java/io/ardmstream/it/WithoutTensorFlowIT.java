package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything but training runs where neither TensorFlow nor DJL is on the class path. */
class WithoutTensorFlowIT {
  private static final List<String> LEFT_OUT = List.of("tensorflow-core", "tensorflow-api", "djl");
  private static final Path IMAGES = Path.of("..", "samples", "images");

  private static ArdmProcess run(String... arguments) throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> LEFT_OUT.stream().noneMatch(entry::contains))
            .collect(Collectors.joining(File.pathSeparator));
    return ArdmProcess.run("-Xmx2g", ArdmProcess.PATIENCE, classPath, List.of(arguments));
  }

  @Test
  void theDemoStreamsAndRestoresEveryRecord() throws Exception {
    ArdmProcess demo = run("demo");

    assertThat(demo.out()).as(demo.err()).contains("54 of 54 records identical");
    assertThat(demo.exitCode()).isZero();
  }

  @Test
  void archivesAreWrittenAndRestored(@TempDir Path directory) throws Exception {
    Path archive = directory.resolve("archive");
    Path restored = directory.resolve("restored");

    assertThat(run("backfill", IMAGES.toString(), archive.toString()).exitCode()).isZero();
    ArdmProcess restore = run("restore", archive.toString(), restored.toString());

    assertThat(restore.exitCode()).as(restore.err()).isZero();
    try (Stream<Path> originals = Files.walk(IMAGES)) {
      for (Path original : originals.filter(Files::isRegularFile).toList()) {
        assertThat(restored.resolve(IMAGES.getParent().relativize(original)))
            .hasSameBinaryContentAs(original);
      }
    }
  }

  @Test
  void trainingSaysWhatItLacks(@TempDir Path directory) throws Exception {
    ArdmProcess train =
        run("train", "image", "--data", IMAGES.toString(), "--out", directory + "/model");

    assertThat(train.err()).contains("No native TensorFlow for");
    assertThat(train.exitCode()).isEqualTo(6);
  }
}
