package io.ardmstream.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.kafka.source.StartPosition;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a job is told is checked once, at start, and every problem comes with its remedy. */
class ConfigurationTest {

  @Test
  @DisplayName("arguments win over the file")
  void overrides(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("job.yaml");
    Files.writeString(file, "input:\n  topics: [a, b]\njob:\n  name: from-file\n");
    Settings settings =
        Settings.fromArguments(
            List.of("--config", file.toString(), "--job.name=given", "--input.start", "latest"));
    assertThat(settings.values())
        .containsEntry("job.name", "given")
        .containsEntry("input.start", "latest")
        .containsEntry("input.topics", "a,b");
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    ConfigurationException e =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> CompressConfig.of(new Settings(Map.of("bundle.records", "none"))));
    assertThat(e.problems())
        .anyMatch(problem -> problem.startsWith("kafka.bootstrap-servers is missing"))
        .anyMatch(problem -> problem.startsWith("input.topics is missing"))
        .anyMatch(problem -> problem.startsWith("output.topic is missing"))
        .anyMatch(problem -> problem.contains("a whole number from 1 to 65536"));
  }

  @Test
  void whatIsStoredCannotBeRefusedAsWell() {
    ConfigurationException e =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                CompressConfig.of(
                    new Settings(Map.of("codec.opaque", "refuse", "input.unrecognised", "store"))));
    assertThat(e.problems()).anyMatch(problem -> problem.startsWith("codec.opaque is refuse"));
  }

  @Test
  void unknownSettingIsAnErrorWithASuggestion() {
    assertThatThrownBy(() -> compress("bundle.record", "5"))
        .hasMessageContaining("bundle.record is no setting of this job")
        .hasMessageContaining("did you mean bundle.records?");
    assertThatThrownBy(() -> compress("conf", "compress.yaml"))
        .hasMessageContaining("conf is no setting of this job; did you mean config?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "input.format | xml | write one of: media, avro",
        "input.start | yesterday | write earliest, latest, committed",
        "input.raw-descriptor | s16 | declare the layout",
        "codec.verify | maybe | write true or false",
        "bundle.bytes | 2 gb | write a size from 1 kb to 1 gb",
        "bundle.delay | 1 day | write a time from 1 ms to 1 min",
        "bundle.delay | 3 | (a number without a unit): write a time from 1 ms to 1 min, for example 30 s",
        "output.transaction-timeout | 1 min | raise it, or lower those two",
        "output.topic | media | which is also read from (input.topics)",
        "output.topic | statistics | twice",
        "kafka.properties-file | /does/not/exist | name a readable Java properties file",
        "registry.url | registry:8081 | write it like http://registry:8081",
        "registry.url | http://me:secret@registry | schema.registry.basic.auth.user.info",
      })
  void unusableValueNamesItsRemedy(String key, String value, String remedy) {
    assertThatThrownBy(() -> compress(key, value))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(remedy);
  }

  @Test
  @DisplayName("--verify-only may stand without a value and needs no output")
  void verifyOnlyNeedsNoTarget() {
    List<String> needed = List.of("--kafka.bootstrap-servers=b:1", "--input.topics", "encoded");
    for (List<String> given :
        List.of(
            List.of("--verify-only"),
            List.of("--verify-only", "true"),
            List.of("--verify-only", "--report", "json"))) {
      List<String> arguments = new ArrayList<>(needed);
      arguments.addAll(given);
      ReplayConfig config = ReplayConfig.ofArguments(arguments);
      assertThat(config.target()).isEqualTo(new ReplayTarget.Nowhere());
      assertThat(config.outputTopics()).isEmpty();
    }
  }

  @Test
  @DisplayName("other settings still need their value")
  void valuesAreNotForgotten() {
    assertThatThrownBy(() -> ReplayConfig.ofArguments(List.of("--verify-only", "--input.topics")))
        .hasMessageContaining("--input.topics lacks its value");
  }

  @Test
  void replayNeedsATarget() {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap-servers", "localhost:9092");
    settings.put("input.topics", "encoded");
    settings.put("output.dead-letter-topic", "letters");
    assertThatThrownBy(() -> ReplayConfig.of(new Settings(settings)))
        .hasMessageContaining("output.topic or output.directory");
    settings.put("output.directory", "restored");
    assertThat(ReplayConfig.of(new Settings(settings)).target())
        .isEqualTo(new ReplayTarget.Directory("restored"));
  }

  @Test
  void replayIntoAFileIsRefusedBeforeItBegins(@TempDir Path folder) throws Exception {
    Path file = Files.createFile(folder.resolve("restored"));
    for (Path below : List.of(file, file.resolve("media"))) {
      Map<String, String> settings = new HashMap<>();
      settings.put("kafka.bootstrap-servers", "localhost:9092");
      settings.put("input.topics", "encoded");
      settings.put("output.dead-letter-topic", "letters");
      settings.put("output.directory", below.toString());
      assertThatThrownBy(() -> ReplayConfig.of(new Settings(settings)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("restored is a file: name another directory");
    }
  }

  @Test
  @DisplayName("a directory that nobody can make is refused, not tried for ever")
  void replayIntoAnImpossibleDirectoryIsRefused(@TempDir Path folder) {
    String tooLong = folder.resolve("x".repeat(300)).toString();
    assertThatThrownBy(() -> new ReplayTarget.Directory(tooLong).make())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("output.directory " + tooLong + " cannot be made");
    Path made = folder.resolve("restored/here");
    new ReplayTarget.Directory(made.toString()).make();
    assertThat(made).isDirectory();
  }

  @Test
  @DisplayName("a choice that is none is told in words of the setting")
  void noChoice() {
    assertThatThrownBy(() -> compress("input.stop", "later"))
        .hasMessageContaining("'later' (no such choice): write one of: never, latest")
        .hasMessageNotContaining("enum");
    assertThat(compress("input.unrecognised", "DEAD_LETTER")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"earliest,Earliest", "latest,Latest", "committed,Committed"})
  void namedStartPositions(String text, String type) {
    assertThat(StartPosition.parse(text).getClass().getSimpleName()).isEqualTo(type);
  }

  @Test
  void startPositionsInTimeAndByOffset() {
    assertThat(StartPosition.parse("2026-01-31T12:00:00Z"))
        .isEqualTo(new StartPosition.Since(Instant.parse("2026-01-31T12:00:00Z")));
    assertThat(StartPosition.parse("a:0=17, b.c:1=4"))
        .isEqualTo(new StartPosition.Offsets(Map.of("a:0", 17L, "b.c:1", 4L)));
    assertThatThrownBy(() -> StartPosition.parse("a=17")).hasMessageContaining("topic:partition");
  }

  @Test
  void secretsAreNotPrinted(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("secrets.properties");
    Files.writeString(file, "sasl.jaas.config=password-1\n");
    CompressConfig config = compress("kafka.properties-file", file.toString());
    assertThat(config.kafka().clientProperties()).containsEntry("sasl.jaas.config", "password-1");
    assertThat(config.toString()).doesNotContain("password-1");
  }

  @Test
  void duplicateKeysInYamlAreRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("job.yaml");
    Files.writeString(file, "job:\n  name: a\n  name: b\n");
    assertThatThrownBy(() -> Settings.fromFile(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("name");
  }

  @Test
  void defaultsAreFilledIn() {
    CompressConfig config = compress("job.name", "mine");
    assertThat(config.runtime().checkpointInterval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.input().group()).isEqualTo("mine");
    assertThat(config.transaction().idPrefix()).isEqualTo("mine");
  }

  private static CompressConfig compress(String key, String value) {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap-servers", "localhost:9092");
    settings.put("input.topics", "media");
    settings.put("output.topic", "encoded");
    settings.put("output.statistics-topic", "statistics");
    settings.put("output.dead-letter-topic", "letters");
    settings.put(key, value);
    return CompressConfig.of(new Settings(settings));
  }
}
