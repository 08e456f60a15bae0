package io.ardmstream.it.deployment;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which image of each name belongs to the versions of the build. */
final class Images {

  private static final Pattern REFERENCE =
      Pattern.compile("(?m)^ *(?:image:|FROM) +(\\S+)|-t (ardm-stream\\S+)");

  private Images() {}

  /** Every image that a file names, those made in it included. */
  static List<String> in(String text) {
    return REFERENCE.matcher(text).results().map(Images::reference).toList();
  }

  /** The references that are right for the image of this name. */
  static List<String> right(String name) {
    return RIGHT.getOrDefault(name, List.of("an image that this test knows"));
  }

  private static String reference(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group(2);
  }

  private static final String OURS = "ardm-stream:" + Repository.projectVersion();

  private static final Map<String, List<String>> RIGHT =
      Map.of(
          "ardm-stream", List.of(OURS, OURS + "-gpu"),
          "apache/kafka", List.of("apache/kafka:" + Repository.version("kafka.version")),
          "flink",
              List.of(
                  "flink:%s-scala_2.12-java%s"
                      .formatted(
                          Repository.version("flink.version"),
                          Repository.version("maven.compiler.release"))),
          "eclipse-temurin",
              List.of(
                  "eclipse-temurin:" + Repository.version("maven.compiler.release") + "-jdk-noble"),
          "nvidia/cuda",
              List.of(
                  "nvidia/cuda:"
                      + Repository.version("cuda.image.version")
                      + "-cudnn8-runtime-ubuntu22.04"),
          "postgres", List.of("postgres:" + Repository.version("postgres.image.version")),
          "prom/prometheus",
              List.of("prom/prometheus:v" + Repository.version("prometheus.image.version")),
          "grafana/grafana",
              List.of("grafana/grafana:" + Repository.version("grafana.image.version")));
}
