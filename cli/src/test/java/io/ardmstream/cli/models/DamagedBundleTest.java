package io.ardmstream.cli.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.bundle.BundleFiles;
import io.ardmstream.cli.CliRun;
import io.ardmstream.likelihood.registry.PublishedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of models, of which one is damaged: every command says which, in one line. */
class DamagedBundleTest {
  private static final BundleFiles PUBLISHED =
      BundleFiles.classPath("io/ardmstream/models/image-fast-tiny-1");
  private static final Path FILE = CliRun.SAMPLES.resolve("images").resolve("kitten-on-lawn.png");

  @TempDir private Path folder;
  private Path bundle;

  @BeforeEach
  void copyABundle() throws IOException {
    bundle = Files.createDirectory(folder.resolve("mine"));
    for (String file : List.of("model.json", "weights.bin", "golden.bin")) {
      Files.write(bundle.resolve(file), PUBLISHED.read(file));
    }
    System.setProperty(PublishedModels.FOLDER, folder.toString());
  }

  @AfterEach
  void forgetIt() {
    System.clearProperty(PublishedModels.FOLDER);
  }

  static Stream<Arguments> damages() {
    Map<String, byte[]> json =
        Map.of(
            "nothing", new byte[0],
            "half", "{\"format\": 1, \"na".getBytes(UTF_8),
            "a list", "[1, 2]".getBytes(UTF_8),
            "another layout", "{\"format\": 99}".getBytes(UTF_8));
    return json.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aDescriptionOf(String name, byte[] json) throws IOException {
    Files.write(bundle.resolve("model.json"), json);

    assertNamed(CliRun.of("info", FILE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"info", "bench", "encode", "verify"})
  void flippedWeights(String command) throws IOException {
    byte[] weights = PUBLISHED.read("weights.bin");
    weights[weights.length / 2] ^= 4;
    Files.write(bundle.resolve("weights.bin"), weights);

    CliRun run = CliRun.of(command, FILE);
    assertNamed(run);
    assertThat(run.err()).contains("weights.bin").contains("install the model again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.bin", "model.json"})
  void half(String file) throws IOException {
    byte[] whole = PUBLISHED.read(file);
    Files.write(bundle.resolve(file), Arrays.copyOf(whole, whole.length / 2));

    assertNamed(CliRun.of("info", FILE));
  }

  @ParameterizedTest
  @ValueSource(strings = "weights.bin")
  void missing(String file) throws IOException {
    Files.delete(bundle.resolve(file));

    CliRun run = CliRun.of("info", FILE);
    assertNamed(run);
    assertThat(run.err()).contains(bundle.resolve(file) + " is missing");
  }

  private void assertNamed(CliRun run) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(6);
    assertThat(run.err()).startsWith("ardm: ").contains(bundle.toString()).hasLineCount(1);
  }
}
