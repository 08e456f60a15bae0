package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code docker/grafana} fit together. What they ask is tested by DashboardsIT. */
class GrafanaTest {

  private static final Path GRAFANA = Repository.DOCKER.resolve("grafana");

  static List<Path> dashboards() throws IOException {
    try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  @DisplayName("every panel, question and variable names a data source that is provisioned")
  void dataSourcesExist(Path file) {
    List<String> provisioned = new ArrayList<>();
    Repository.yaml(GRAFANA.resolve("provisioning/datasources/ardm.yaml"))
        .get("datasources")
        .forEach(source -> provisioned.add(source.get("type") + " " + source.get("uid")));
    assertThat(Repository.yaml(file).findValues("datasource"))
        .isNotEmpty()
        .allSatisfy(
            source ->
                assertThat(provisioned).contains(source.get("type") + " " + source.get("uid")));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsHaveIdentitiesAndRoom(Path file) {
    List<Integer> ids = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (JsonNode panel : Repository.yaml(file).get("panels")) {
      ids.add(panel.get("id").asInt());
      JsonNode place = panel.get("gridPos");
      assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
      for (int x = 0; x < place.get("w").asInt(); x++) {
        for (int y = 0; y < place.get("h").asInt(); y++) {
          cells.add((place.get("x").asInt() + x) + "/" + (place.get("y").asInt() + y));
        }
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(cells).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  @DisplayName("links lead to dashboards that exist")
  void linksLeadSomewhere(Path file) throws IOException {
    List<String> known = new ArrayList<>();
    for (Path dashboard : dashboards()) {
      known.add("/d/" + Repository.yaml(dashboard).get("uid").asText());
    }
    assertThat(Repository.yaml(file).findValuesAsText("url"))
        .isNotEmpty()
        .allSatisfy(url -> assertThat(known).contains(url.replaceFirst("\\?.*", "")));
  }

  @Test
  @DisplayName("dashboards and rules lie where the containers look for them")
  void foldersAreMounted() {
    JsonNode services = Repository.yaml(Repository.DOCKER.resolve("compose.yaml")).get("services");
    String dashboards =
        Repository.yaml(GRAFANA.resolve("provisioning/dashboards/ardm.yaml"))
            .at("/providers/0/options/path")
            .asText();
    assertThat(services.at("/grafana/volumes").toString())
        .contains("\"./grafana/dashboards:" + dashboards + ":ro\"")
        .contains("\"./grafana/provisioning:/etc/grafana/provisioning:ro\"");
    assertThat(services.at("/prometheus/volumes").toString())
        .contains("\"./prometheus:/etc/prometheus:ro\"");
  }

  @Test
  @DisplayName("Prometheus asks every JobManager and TaskManager of the composition")
  void everyProcessIsAsked() {
    List<String> flink = new ArrayList<>();
    Repository.yaml(Repository.DOCKER.resolve("compose.yaml"))
        .get("services")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.endsWith("manager")) {
                flink.add(name + ":9249");
              }
            });
    List<String> asked = new ArrayList<>();
    Repository.yaml(Repository.DOCKER.resolve("prometheus/prometheus.yaml"))
        .at("/scrape_configs/0/static_configs/0/targets")
        .forEach(target -> asked.add(target.asText()));
    assertThat(asked).hasSameElementsAs(flink);
  }
}
