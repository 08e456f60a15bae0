package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The FlinkDeployments in {@code docker/kubernetes}. */
class KubernetesTest {

  static List<Path> files() {
    return Repository.kubernetesFiles();
  }

  @ParameterizedTest
  @MethodSource("files")
  void followsTheDefinitionOfTheOperator(Path file) {
    assertThat(Schemas.problemsOfFlinkDeployment(Repository.yaml(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void runsTheFlinkOfTheBuild(Path file) {
    JsonNode spec = Repository.yaml(file).get("spec");
    assertThat(spec.get("flinkVersion").asText()).isEqualTo(Schemas.flinkVersion());
    assertThat(spec.at("/podTemplate/spec/containers/0/env/0/value").asText())
        .isEqualTo("flink-s3-fs-presto-" + Repository.version("flink.version") + ".jar");
    assertThat(spec.at("/job/jarURI").asText())
        .isEqualTo(
            "local:///opt/flink/usrlib/ardm-flink-jobs-" + Repository.projectVersion() + ".jar");
  }

  @ParameterizedTest
  @MethodSource("files")
  void flinkTakesItsSettings(Path file) {
    JsonNode spec = Repository.yaml(file).get("spec");
    FlinkSettings settings = FlinkSettings.ofNode(spec.get("flinkConfiguration"));
    assertThat(settings.unknown()).isEmpty();
    Configuration memory = settings.configuration();
    memory.set(
        TaskManagerOptions.TOTAL_PROCESS_MEMORY,
        MemorySize.parse(spec.at("/taskManager/resource/memory").asText()));
    TaskExecutorProcessUtils.processSpecFromConfig(memory);
  }

  @ParameterizedTest
  @MethodSource("files")
  void theJobTakesItsSettings(Path file, @TempDir Path secrets) throws Exception {
    JsonNode job = Repository.yaml(file).at("/spec/job");
    List<String> arguments = new ArrayList<>();
    job.get("args").forEach(argument -> arguments.add(argument.asText()));
    new JobCommand(job.get("entryClass").asText(), arguments).readSettings(secrets);
  }

  @Test
  void aFieldThatDoesNotExistIsFound() {
    JsonNode misspelt =
        Repository.parse(
            Repository.text(files().get(0)).replace("flinkConfiguration:", "flinkConfig:"));
    assertThat(Schemas.problemsOfFlinkDeployment(misspelt)).hasSize(1);
  }

  @Test
  void aSettingThatDoesNotExistIsFound() {
    assertThat(FlinkSettings.ofLines("taskmanager.memory.size: 1g").unknown()).hasSize(1);
  }
}
