package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ardmstream.it.Dashboards.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Dashboards and alerts find what they ask for in what running jobs report. */
@ExtendWith(StreamingSystem.class)
class DashboardsIT {
  /** What the panels' variable of models has when all are chosen. */
  private static final String MODELS =
      "select string_agg(distinct quote_literal(case when model = '' then 'none'"
          + " else model || '-' || model_version end), ', ') from ardm.rate_window";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Metrics of NVIDIA's dcgm-exporter: no data without a graphics card and that program. */
  private static final String NEEDS_GPU = "DCGM_FI_DEV_";

  private static WatchedSystem system;

  @BeforeAll
  static void start(@TempDir Path directory, Streams streams) throws Exception {
    system = WatchedSystem.start(directory, streams);
  }

  @AfterAll
  static void stop() throws Exception {
    if (system != null) {
      system.close();
    }
  }

  @Test
  @DisplayName("every PromQL expression of a panel gives numbers, but for those about GPUs")
  void panelsOnPrometheus() throws Exception {
    List<String> empty = new ArrayList<>();
    for (Question question : Dashboards.questions(Dashboards.PROMETHEUS)) {
      if (question.text().contains(NEEDS_GPU)) {
        assertThat(system.prometheus.query(question.text())).isEmpty();
      } else if (!givesNumbers(Dashboards.promql(question))) {
        empty.add(question.toString());
      }
    }
    assertThat(empty).isEmpty();
  }

  @Test
  @DisplayName("every SQL query gives rows without gaps to a role that may only read")
  void panelsOnPostgres() throws Exception {
    try (Connection reader = system.reader();
        Statement statement = reader.createStatement()) {
      String stream = first(statement, "select max(stream) from ardm.rate_window");
      String models = first(statement, MODELS);
      for (Question question : Dashboards.questions(Dashboards.POSTGRES)) {
        assertRowsWithoutGaps(statement, Dashboards.sql(question, stream, models));
      }
    }
  }

  @Test
  @DisplayName("the left side of every alert's comparison gives numbers, and no rule is in error")
  void alertsOnPrometheus() throws Exception {
    for (JsonNode rule : rules()) {
      String expression = rule.get("query").asText();
      assertThat(givesNumbers(expression.replaceFirst(" [<>] [0-9.]+$", "")))
          .as(expression)
          .isTrue();
      assertThat(rule.get("health").asText()).as(expression).isEqualTo("ok");
    }
  }

  @Test
  void aDeadLetterRaisesItsAlertAndNoOther() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!firing().equals(Set.of("ArdmDeadLetters")) && Instant.now().isBefore(end)) {
      Thread.sleep(500);
    }
    assertThat(firing()).containsExactly("ArdmDeadLetters");
  }

  @Test
  @DisplayName("docs/OPERATIONS.md lists the metrics that jobs report, and no other")
  void theManualListsEveryMetric() throws Exception {
    String manual = Files.readString(Path.of("..", "docs", "OPERATIONS.md"));
    Set<String> listed =
        Pattern.compile("(?m)^\\| `(ardm_[a-z_]+)` \\|")
            .matcher(manual)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Instant end = Instant.now().plus(PATIENCE);
    Set<String> reported = reportedMetrics();
    while (!reported.containsAll(listed) && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      reported = reportedMetrics();
    }
    assertThat(reported).isEqualTo(listed);
  }

  /** Names of ours that Prometheus has seen so far. */
  private static Set<String> reportedMetrics() throws Exception {
    Set<String> reported = new TreeSet<>();
    system
        .prometheus
        .metrics()
        .forEach(
            name ->
                reported.add(
                    name.asText()
                        .replaceFirst("^flink_taskmanager_job_task_operator_(?=ardm_)", "")
                        .replaceFirst("_count$", "")));
    reported.removeIf(name -> !name.startsWith("ardm_"));
    return reported;
  }

  private static boolean givesNumbers(String expression) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonNode result = system.prometheus.query(expression);
      for (JsonNode series : result) {
        if (Double.isFinite(series.at("/value/1").asDouble(Double.NaN))) {
          return true;
        }
      }
      Thread.sleep(500);
    }
    return false;
  }

  private static List<JsonNode> rules() throws Exception {
    List<JsonNode> rules = new ArrayList<>();
    Instant end = Instant.now().plus(PATIENCE);
    do {
      rules.clear();
      system.prometheus.rules().forEach(group -> group.get("rules").forEach(rules::add));
    } while (rules.stream().anyMatch(rule -> rule.get("health").asText().equals("unknown"))
        && Instant.now().isBefore(end));
    assertThat(rules).isNotEmpty();
    return rules;
  }

  private static Set<String> firing() throws Exception {
    return rules().stream()
        .filter(rule -> rule.get("state").asText().equals("firing"))
        .map(rule -> rule.get("name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void assertRowsWithoutGaps(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).as(sql).isTrue();
      do {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          assertThat(row.getObject(i)).as(sql + " column " + i).isNotNull();
        }
      } while (row.next());
    }
  }
}
