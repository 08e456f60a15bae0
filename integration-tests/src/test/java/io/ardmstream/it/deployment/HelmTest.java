package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.LintResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart in {@code docker/helm}, rendered by Helm. */
class HelmTest {

  private static final String EVERYTHING =
      """
      image: registry.example.org/ardm-stream:1
      kafka: {bootstrapServers: "a:9092,b:9092"}
      storage: gs://bucket
      topics:
        raw: [cameras, microphones]
        encoded: media.small
        statistics: media.numbers
        deadLetters: media.refused
        rates: media.sums
        ratesDeadLetters: media.unreadable
        restored: media.again
        replayDeadLetters: media.lost
      compress:
        parallelism: 8
        models: {image: image-best, audio: audio-best}
        settings: {input.start: earliest, bundle.records: 32}
        flinkConfiguration: {taskmanager.numberOfTaskSlots: 2}
      replay: {enabled: true}
      """;

  @TempDir Path folder;

  @Test
  void helmHasNothingAgainstIt() {
    LintResult lint = HelmChart.helm().lint().strict().call();
    assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
  }

  @Test
  @DisplayName("without values of one's own it gives the FlinkDeployments in docker/kubernetes")
  void defaultsAreTheFiles() throws Exception {
    Path all = values("replay: {enabled: true}");
    assertThat(HelmChart.rendered(all))
        .isEqualTo(
            Map.of(
                "ardm-compress", file("compress"),
                "ardm-rates", file("rates"),
                "ardm-replay", file("replay")));
    assertThat(HelmChart.rendered()).containsOnlyKeys("ardm-compress", "ardm-rates");
  }

  @Test
  void withValuesForGraphicsCardsAsWell() {
    assertThat(HelmChart.rendered(HelmChart.FOLDER.resolve("values-gpu.yaml")))
        .containsEntry("ardm-compress", file("compress-gpu"))
        .containsEntry("ardm-rates", file("rates"));
  }

  @Test
  @DisplayName("with every value another it is still what operator, Flink and jobs take")
  void otherValuesAreUnderstood() throws Exception {
    Map<String, JsonNode> rendered = HelmChart.rendered(values(EVERYTHING));
    assertThat(rendered).hasSize(3);
    for (JsonNode deployment : rendered.values()) {
      assertThat(Schemas.problemsOfFlinkDeployment(deployment)).isEmpty();
      FlinkSettings flink = FlinkSettings.ofNode(deployment.at("/spec/flinkConfiguration"));
      assertThat(flink.unknown()).isEmpty();
      assertThat(flink.values().get("execution.checkpointing.dir")).startsWith("gs://bucket/ardm-");
      new JobCommand(deployment.at("/spec/job/entryClass").asText(), arguments(deployment))
          .readSettings(folder);
    }
    JsonNode compress = rendered.get("ardm-compress");
    assertThat(String.join(" ", arguments(compress)))
        .contains("--kafka.bootstrap-servers a:9092,b:9092 ", "--input.topics cameras,microphones ")
        .contains(
            "--codec.image-model image-best ", "--bundle.records 32", "--input.start earliest");
    assertThat(compress.at("/spec/flinkConfiguration/taskmanager.numberOfTaskSlots").asText())
        .isEqualTo("2");
    assertThat(arguments(rendered.get("ardm-rates"))).contains("media.numbers", "media.sums");
    assertThat(arguments(rendered.get("ardm-replay"))).contains("media.small", "media.again");
  }

  @Test
  @DisplayName("the values that docs/OPERATIONS.md shows are such")
  void theManualIsRight() throws Exception {
    String manual = Repository.text(Repository.ROOT.resolve("docs/OPERATIONS.md"));
    int start = manual.indexOf("# values of one's own");
    Path shown = values(manual.substring(start, manual.indexOf("```", start)));
    assertThat(arguments(HelmChart.rendered(shown).get("ardm-compress")))
        .contains("cameras,microphones", "kafka-1:9092,kafka-2:9092", "image-best");
  }

  @Test
  void aMisspeltValueIsRefused() throws Exception {
    Path misspelt = values("kafka: {bootstrapServer: \"a:9092\"}");
    assertThatThrownBy(() -> HelmChart.rendered(misspelt)).hasMessageContaining("bootstrapServer");
  }

  @Test
  void isOfTheVersionsOfTheBuild() {
    String chart = Repository.text(HelmChart.FOLDER.resolve("Chart.yaml"));
    assertThat(chart)
        .contains("\nversion: " + Repository.projectVersion() + "\n")
        .contains("\nappVersion: " + Repository.projectVersion() + "\n");
  }

  private Path values(String yaml) throws Exception {
    return Files.writeString(folder.resolve("values.yaml"), yaml);
  }

  private static JsonNode file(String name) {
    return Repository.yaml(Repository.DOCKER.resolve("kubernetes").resolve(name + ".yaml"));
  }

  private static List<String> arguments(JsonNode deployment) {
    List<String> arguments = new ArrayList<>();
    deployment.at("/spec/job/args").forEach(argument -> arguments.add(argument.asText()));
    return arguments;
  }
}
