package io.ardmstream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.archive.PathText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be meant is told in words and is no defect, whoever types it. */
class WrongUsageTest {
  @TempDir Path temp;

  static Stream<Arguments> commands() {
    return Stream.of(
        Arguments.of(2, "encode /"),
        Arguments.of(2, "encode -o TEMP /"),
        Arguments.of(6, "encode -o TEMP/x /"),
        Arguments.of(2, "decode /"),
        Arguments.of(6, "backfill TEMP/[ TEMP/archive"),
        Arguments.of(6, "backfill TEMP/{a TEMP/archive"),
        Arguments.of(6, "backfill TEMP/a\\ TEMP/archive"),
        Arguments.of(6, "backfill s3://[ TEMP/archive"),
        Arguments.of(6, "backfill nothing://x/y TEMP/archive"),
        Arguments.of(6, "backfill :// TEMP/archive"),
        Arguments.of(2, "backfill --max-file-bytes 0 TEMP TEMP/archive"),
        Arguments.of(6, "verify TEMP"),
        Arguments.of(6, "restore TEMP TEMP/out"),
        Arguments.of(2, "restore --as x TEMP TEMP/out"),
        Arguments.of(6, "train image --data TEMP --out TEMP/empty"),
        Arguments.of(6, "info TEMP"),
        Arguments.of(2, "dashboard --statistics-topic s --port 65536"),
        Arguments.of(2, "dashboard --statistics-topic s --port -1"),
        Arguments.of(2, "rates --statistics-topic s --kafka.properties-file TEMP/malformed"),
        Arguments.of(6, "rates --statistics-topic s --kafka.bootstrap-servers nowhere"),
        Arguments.of(2, "rates --statistics-topic s --registry.url http://["),
        Arguments.of(2, "train image --data TEMP --out /"),
        Arguments.of(2, "train audio --family order-agnostic --data TEMP --out TEMP/model"),
        Arguments.of(2, "train image --family order-agnostic --prepare --data TEMP --out TEMP/m"),
        Arguments.of(2, "encode --steps 0 -o TEMP/x TEMP/empty"),
        Arguments.of(2, "sample --model image-fast --out TEMP/x"),
        Arguments.of(2, "sample --model nobody --out TEMP/x"),
        Arguments.of(2, "sample --model nobody --steps 0 --out TEMP/x"),
        Arguments.of(6, "sample --model nobody --given TEMP/empty --out TEMP/x"),
        Arguments.of(6, "sample --model nobody --out TEMP/empty"),
        Arguments.of(6, "train image --data TEMP --out TEMP/model --config TEMP/empty"),
        Arguments.of(6, "train image --data TEMP --out TEMP/model --config TEMP/malformed"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("commands")
  void isNoDefect(int exitCode, String command) throws IOException {
    Files.createFile(temp.resolve("empty"));
    Files.writeString(temp.resolve("malformed"), "password=secret\\u00zz");
    Object[] arguments =
        Arrays.stream(command.split(" ")).map(a -> a.replace("TEMP", temp.toString())).toArray();

    CliRun run = CliRun.of(arguments);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.err()).isNotBlank().doesNotContain("\tat ").doesNotContain("secret");
  }

  @Test
  void isToldInFewLines() {
    assertThat(CliRun.of("rates", "--since", "yesterday").err())
        .startsWith("ardm: Invalid value for option '--since': 'yesterday' is no time such as 20")
        .endsWith("Read ardm rates --help.\n")
        .hasLineCount(2);
    assertThat(CliRun.of("bench", "--grup", "3").err())
        .contains("Unknown option: '--grup'", "--group", "Read ardm bench --help.")
        .hasLineCount(3);
  }

  @Test
  void helpNamesTheSettingsThatEverybodyAsksFor() {
    for (String job : List.of("compress", "replay")) {
      assertThat(CliRun.of(job, "--help").out())
          .contains("--kafka.bootstrap-servers HOST:PORT", "--input.stop ", "--output.topic TOPIC")
          .contains("--engine");
    }
  }

  @Test
  void helpShowsNoFlagThatChangesNothing() {
    for (String command :
        List.of(
            "broker", "topics", "produce", "rates", "info", "archive-index", "dead-letters list")) {
      assertThat(CliRun.of((Object[]) (command + " --help").split(" ")).out())
          .as(command)
          .contains("--help")
          .doesNotContain("--engine");
    }
    assertThat(CliRun.of("topics", "--help").out()).doesNotContain("--registry.url");
    assertThat(CliRun.of("topics", "--registry.url", "http://r", "media").err())
        .contains("Unknown option: '--registry.url'");
    assertThat(CliRun.of("rates", "--help").out()).contains("--registry.url");
    assertThat(CliRun.of("info", "--engine", "java", temp).err()).doesNotContain("--engine");
  }

  @Test
  void whoeverNamesNoCommandSeesAll() {
    CliRun run = CliRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("ardm: Say what to do").contains("encode", "backfill");
    assertThat(CliRun.of("encod").err()).contains("Unmatched argument", "encode", "backfill");
  }

  @Test
  void aFileWhereAFolderIsNeededIsCalledThat() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    Path picture = SmallMedia.pgm(temp.resolve("a.pgm"), 0);

    assertThat(CliRun.of("backfill", picture, file).err())
        .contains("is there already, and no folder");
    assertThat(CliRun.of("train", "image", "--data", temp, "--out", file).err())
        .contains("is a file; a bundle is a folder");
    assertThat(CliRun.of("encode", "-o", file, picture).err()).contains("overwrite it with -f");
  }

  @Test
  void benchNamesFilesThatAreNoUtf8() throws IOException {
    Files.writeString(PathText.resolve(temp, "a\uEFFF.txt"), "text");

    CliRun run = CliRun.of("bench", "--json", temp);

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("a\uEFFF.txt");
  }
}
