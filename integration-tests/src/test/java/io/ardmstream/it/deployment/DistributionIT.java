package io.ardmstream.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@code distribution} lays out for a Flink installation. */
class DistributionIT {

  private static final Path FLINK =
      Repository.ROOT.resolve("distribution").resolve("target").resolve("flink");

  @Test
  @DisplayName("no library lies in both folders")
  void librariesLieInOnePlace() throws IOException {
    Set<String> both = names("lib");
    both.retainAll(names("usrlib"));
    assertThat(both).isEmpty();
  }

  @Test
  void everythingThatLoadsNativeTensorFlowBelongsToFlink() throws IOException {
    assertThat(names("lib"))
        .anyMatch(name -> name.startsWith("tensorflow-api-"))
        .anyMatch(name -> name.startsWith("tensorflow-core-native-"))
        .anyMatch(name -> name.startsWith("javacpp-"));
    for (String jar : names("usrlib")) {
      assertThat(packages(FLINK.resolve("usrlib").resolve(jar)))
          .as(jar)
          .noneMatch(name -> parentFirst().stream().anyMatch(name::startsWith));
    }
  }

  @Test
  void theJobsAndTheModelsAreThere() throws IOException {
    String version = Repository.projectVersion();
    assertThat(names("usrlib"))
        .contains("ardm-flink-jobs-" + version + ".jar", "ardm-models-" + version + ".jar")
        .noneMatch(name -> name.startsWith("flink-runtime-") || name.startsWith("log4j-"));
  }

  @Test
  @DisplayName("every deployment of the compress job takes those packages from Flink first")
  void deploymentsSaySo() {
    List<String> patterns =
        List.of("ai.djl.", "org.tensorflow.", "org.bytedeco.", "com.google.protobuf.");
    assertThat(parentFirst()).containsAll(patterns);
    for (Path file : Repository.kubernetesFiles()) {
      JsonNode spec = Repository.yaml(file).get("spec");
      if (spec.at("/job/entryClass").asText().endsWith("CompressJob")) {
        FlinkSettings settings = FlinkSettings.ofNode(spec.get("flinkConfiguration"));
        assertThat(parentFirst(settings.configuration())).containsAll(patterns);
      }
    }
  }

  @Test
  void theBillOfMaterialsListsEveryLibrary() throws IOException {
    JsonNode bill = new ObjectMapper().readTree(FLINK.resolveSibling("bom.json").toFile());
    Set<String> listed = new HashSet<>();
    bill.get("components")
        .forEach(c -> listed.add(c.get("name").asText() + "-" + c.get("version").asText()));
    Set<String> jars = names("usrlib");
    jars.addAll(names("lib"));
    assertThat(jars).allMatch(jar -> listed.stream().anyMatch(jar::startsWith));
  }

  private static List<String> parentFirst() {
    JsonNode compose = Repository.yaml(Repository.DOCKER.resolve("compose.yaml"));
    String lines = compose.at("/x-compress/FLINK_PROPERTIES").asText();
    return parentFirst(FlinkSettings.ofLines(lines).configuration());
  }

  private static List<String> parentFirst(Configuration flink) {
    return flink.get(CoreOptions.ALWAYS_PARENT_FIRST_LOADER_PATTERNS_ADDITIONAL);
  }

  private static Set<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FLINK.resolve(folder))) {
      return new HashSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  private static Set<String> packages(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return new HashSet<>(
          file.stream()
              .map(entry -> entry.getName().replace('/', '.'))
              .filter(name -> name.endsWith(".class"))
              .toList());
    }
  }
}
