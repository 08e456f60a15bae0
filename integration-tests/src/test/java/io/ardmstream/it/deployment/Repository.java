package io.ardmstream.it.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files of the clone. */
final class Repository {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path DOCKER = ROOT.resolve("docker");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Repository() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The only document of a YAML file, with anchors and merge keys resolved. */
  static JsonNode yaml(Path file) {
    return parse(text(file));
  }

  static JsonNode parse(String yaml) {
    return JSON.valueToTree(new Yaml().load(yaml));
  }

  /** The FlinkDeployments. */
  static List<Path> kubernetesFiles() {
    try (Stream<Path> files = Files.list(DOCKER.resolve("kubernetes"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A version of the build, by the name of its property in the root pom. */
  static String version(String property) {
    String name = Pattern.quote(property);
    return first("<" + name + ">([^<]+)</" + name + ">");
  }

  /** The version of the project itself. */
  static String projectVersion() {
    return first("<artifactId>ardm-stream</artifactId>\\s*<version>([^<]+)</version>");
  }

  private static String first(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text(ROOT.resolve("pom.xml")));
    if (!matcher.find()) {
      throw new IllegalArgumentException("the root pom has no " + pattern);
    }
    return matcher.group(1);
  }
}
