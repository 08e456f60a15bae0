package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.container.entrypoint.StandaloneApplicationClusterConfigurationParserFactory;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.entrypoint.EntrypointClusterConfiguration;
import org.apache.flink.runtime.entrypoint.parser.CommandLineParser;
import org.apache.flink.runtime.entrypoint.parser.ParserResultFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docker/compose.yaml}. */
class ComposeTest {

  private static final Path FILE = Repository.DOCKER.resolve("compose.yaml");
  private final JsonNode compose = Repository.yaml(FILE);

  @Test
  void followsTheSpecification() {
    assertThat(Schemas.problemsOfCompose(compose)).isEmpty();
  }

  @Test
  @DisplayName("every service, volume and secret that is referred to is defined")
  void referencesAreDefined() {
    for (JsonNode service : services()) {
      service
          .path("depends_on")
          .fieldNames()
          .forEachRemaining(name -> assertThat(compose.get("services").has(name)).isTrue());
      service
          .path("secrets")
          .forEach(name -> assertThat(compose.get("secrets").has(name.asText())).isTrue());
      for (String source : mounts(service)) {
        if (source.startsWith(".")) {
          assertThat(Repository.DOCKER.resolve(source)).exists();
        } else {
          assertThat(compose.get("volumes").has(source)).as(source).isTrue();
        }
      }
    }
  }

  @Test
  void whatTheSpecificationDoesNotKnowIsFound() {
    String misspelt = Repository.text(FILE).replace("depends_on:", "depend_on:");
    assertThat(Schemas.problemsOfCompose(Repository.parse(misspelt))).isNotEmpty();
  }

  @Test
  void buildsFromADockerfileThatHasTheStage() {
    for (JsonNode service : services()) {
      if (service.has("build")) {
        Path context = Repository.DOCKER.resolve(service.at("/build/context").asText());
        String dockerfile =
            Repository.text(context.resolve(service.at("/build/dockerfile").asText()));
        assertThat(dockerfile).contains(" AS " + service.at("/build/target").asText() + "\n");
      }
    }
  }

  @Test
  void everyServiceThatStaysIsCheckedForHealth() {
    for (Map.Entry<String, JsonNode> service : compose.get("services").properties()) {
      boolean healthOfTheImage =
          service.getValue().path("image").asText().startsWith("ardm-stream");
      assertThat(healthOfTheImage || service.getValue().has("healthcheck"))
          .as(service.getKey())
          .isEqualTo(!service.getKey().equals("topics"));
    }
  }

  @Test
  @DisplayName("Flink has every setting, and the memory adds up")
  void flinkTakesItsSettings() {
    for (JsonNode service : services()) {
      String lines = service.at("/environment/FLINK_PROPERTIES").asText();
      if (!lines.isEmpty()) {
        FlinkSettings settings = FlinkSettings.ofLines(lines);
        assertThat(settings.unknown()).isEmpty();
        TaskExecutorProcessUtils.processSpecFromConfig(settings.configuration());
        assertThat(compose.get("services").properties())
            .extracting(Map.Entry::getKey)
            .contains(service.at("/environment/JOB_MANAGER_RPC_ADDRESS").asText());
      }
    }
  }

  @Test
  @DisplayName("Flink understands the commands, and the jobs take their settings")
  void jobsStart(@TempDir Path secrets) throws Exception {
    List<String> jobs = new ArrayList<>();
    for (JsonNode service : services()) {
      List<String> command = texts(service.path("command"));
      if (command.contains("standalone-job")) {
        JobCommand job = understoodByFlink(command);
        job.readSettings(secrets);
        jobs.add(job.mainClass());
      }
    }
    assertThat(jobs).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void createsEveryTopicOfTheJobs() {
    String script = compose.at("/services/topics/command/2").asText();
    for (String file : List.of("compress.yaml", "rates.yaml")) {
      JsonNode config = Repository.yaml(Repository.ROOT.resolve("config").resolve(file));
      List<String> topics = texts(config.at("/input/topics"));
      config
          .get("output")
          .properties()
          .forEach(
              entry -> {
                if (entry.getKey().endsWith("topic")) {
                  topics.add(entry.getValue().asText());
                }
              });
      assertThat(script.split("[ ;]")).containsAll(topics);
    }
  }

  private static JobCommand understoodByFlink(List<String> command) throws Exception {
    ParserResultFactory<? extends EntrypointClusterConfiguration> factory =
        new StandaloneApplicationClusterConfigurationParserFactory();
    List<String> line = new ArrayList<>(List.of("--configDir", "/opt/flink/conf"));
    line.addAll(command.subList(1, command.size()));
    EntrypointClusterConfiguration understood =
        new CommandLineParser<>(factory).parse(line.toArray(String[]::new));
    int mainClass = command.indexOf("--job-classname") + 1;
    List<String> arguments = List.of(understood.getArgs());
    assertThat(arguments).isEqualTo(command.subList(mainClass + 1, command.size()));
    return new JobCommand(command.get(mainClass), arguments);
  }

  private Iterable<JsonNode> services() {
    return compose.get("services");
  }

  private static List<String> mounts(JsonNode service) {
    return texts(service.path("volumes")).stream().map(text -> text.split(":")[0]).toList();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
