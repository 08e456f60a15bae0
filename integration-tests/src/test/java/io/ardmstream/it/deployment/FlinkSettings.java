package io.ardmstream.it.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalResourceOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/**
 * Settings of Flink in a file of ours.
 *
 * @param values text by key
 */
record FlinkSettings(Map<String, String> values) {

  private static final List<Class<?>> OPTIONS =
      List.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          ExternalResourceOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          RestartStrategyOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class);

  /** The lines of {@code FLINK_PROPERTIES}, read as Flink's image reads them. */
  static FlinkSettings ofLines(String lines) {
    Map<String, String> values = new LinkedHashMap<>();
    lines
        .strip()
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(pair -> values.put(pair[0].strip(), pair[1].strip()));
    return new FlinkSettings(values);
  }

  static FlinkSettings ofNode(JsonNode node) {
    Map<String, String> values = new LinkedHashMap<>();
    node.properties().forEach(e -> values.put(e.getKey(), e.getValue().asText()));
    return new FlinkSettings(values);
  }

  /** Keys that this version of Flink does not have. */
  Set<String> unknown() {
    Set<String> unknown = new TreeSet<>(values.keySet());
    unknown.removeAll(known());
    return unknown;
  }

  Configuration configuration() {
    return Configuration.fromMap(values);
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>();
    OPTIONS.forEach(type -> keys(type, "", known));
    keys(MetricOptions.class, "metrics.reporter.prom.", known);
    known.add("metrics.reporter.prom.port");
    known.add("metrics.reporter.prom.filterLabelValueCharacters");
    known.add(ExternalResourceOptions.getAmountConfigOptionForResource("gpu"));
    known.add(
        ExternalResourceOptions.getSystemConfigKeyConfigOptionForResource(
            "gpu", "kubernetes.config-key"));
    return known;
  }

  private static void keys(Class<?> type, String prefix, Set<String> into) {
    for (Field field : type.getFields()) {
      if (field.getType() == ConfigOption.class) {
        try {
          into.add(prefix + ((ConfigOption<?>) field.get(null)).key());
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
