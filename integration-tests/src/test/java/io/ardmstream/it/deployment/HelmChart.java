package io.ardmstream.it.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** The chart in {@code docker/helm}, by Helm itself as a native library. */
final class HelmChart {

  static final Path FOLDER = Repository.DOCKER.resolve("helm");

  private static final ObjectMapper JSON = new ObjectMapper();

  private HelmChart() {}

  static Helm helm() {
    return new Helm(FOLDER);
  }

  /**
   * What Helm would give to Kubernetes, by name.
   *
   * @param values files beside that of the chart
   */
  static Map<String, JsonNode> rendered(Path... values) {
    TemplateCommand template = helm().template().withName("media");
    Arrays.stream(values).forEach(template::withValuesFile);
    Map<String, JsonNode> deployments = new TreeMap<>();
    for (Object document : new Yaml().loadAll(template.call())) {
      if (document != null) {
        JsonNode deployment = JSON.valueToTree(document);
        deployments.put(deployment.at("/metadata/name").asText(), deployment);
      }
    }
    return deployments;
  }
}
