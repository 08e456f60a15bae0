package io.ardmstream.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The dashboards in {@code docker/grafana}, and what they ask. */
final class Dashboards {

  /** Uids of the data sources. */
  static final String PROMETHEUS = "ardm-prometheus";

  static final String POSTGRES = "ardm-postgres";

  private static final Path FOLDER = Path.of("..", "docker", "grafana", "dashboards");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One question.
   *
   * @param place dashboard and panel
   * @param source uid of the data source
   * @param text SQL or PromQL, with macros and variables
   */
  record Question(String place, String source, String text) {
    @Override
    public String toString() {
      return place + ": " + text;
    }
  }

  private Dashboards() {}

  static List<JsonNode> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Dashboards::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all panels and variables ask of a source. */
  static List<Question> questions(String source) {
    List<Question> questions = new ArrayList<>();
    for (JsonNode dashboard : all()) {
      String title = dashboard.get("title").asText();
      for (JsonNode panel : dashboard.get("panels")) {
        for (JsonNode target : panel.path("targets")) {
          String text = target.path("expr").asText(target.path("rawSql").asText());
          String place = title + ", " + panel.get("title").asText();
          questions.add(new Question(place, target.at("/datasource/uid").asText(), text));
        }
      }
      for (JsonNode variable : dashboard.at("/templating/list")) {
        if (variable.get("type").asText().equals("query")) {
          String place = title + ", variable " + variable.get("name").asText();
          String uid = variable.at("/datasource/uid").asText();
          questions.add(new Question(place, uid, variable.get("query").asText()));
        }
      }
    }
    return questions.stream().filter(question -> question.source.equals(source)).toList();
  }

  /** PromQL as Grafana sends it. */
  static String promql(Question question) {
    return question.text.replace("$__rate_interval", "1m");
  }

  /**
   * SQL as Grafana sends it for the last hundred years and windows of a minute.
   *
   * @param stream the stream that is chosen
   * @param models the models that are chosen, as a list of quoted texts
   */
  static String sql(Question question, String stream, String models) {
    return question
        .text
        .replaceAll(
            "\\$__timeFilter\\((\\w+)\\)",
            "$1 BETWEEN '1970-01-01T00:00:00Z' AND '2069-12-31T00:00:00Z'")
        .replace("${stream:sqlstring}", "'" + stream.replace("'", "''") + "'")
        .replace("${model:sqlstring}", models)
        .replace("$window", "60");
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
