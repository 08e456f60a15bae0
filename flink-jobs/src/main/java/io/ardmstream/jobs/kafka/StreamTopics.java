package io.ardmstream.jobs.kafka;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of a stream, named as in the files of {@code config/} and set as the jobs want them.
 *
 * @param stream name of the topic of the raw records
 */
public record StreamTopics(String stream) {
  private static final String LARGEST_RECORD = Integer.toString((32 << 20) + (1 << 16));

  /** A broker that was started a moment ago is waited for, on a busy machine too. */
  private static final String TIMEOUT_MILLIS = "180000";

  /** Media keep the timestamps of their originals, and Kafka deletes by these. */
  private static final Map<String, String> MEDIA =
      Map.of("max.message.bytes", LARGEST_RECORD, "retention.ms", "-1");

  private static final Map<String, String> MESSAGES =
      Map.of("max.message.bytes", LARGEST_RECORD, "cleanup.policy", "delete", "retention.ms", "-1");

  /** How the names of the topics of a stream end. */
  private static final Map<String, Map<String, String>> ROLES = roles();

  /**
   * Makes those that are missing. Brokers that are just starting are waited for.
   *
   * @param client Kafka client properties
   * @param replication copies of each partition; -1: what the brokers are set to
   * @return names of those made
   * @throws IOException if the brokers do not answer or refuse
   */
  public List<String> create(Properties client, int partitions, short replication)
      throws IOException, InterruptedException {
    Properties patient = new Properties();
    patient.putAll(client);
    patient.putIfAbsent("default.api.timeout.ms", TIMEOUT_MILLIS);
    try (Admin admin = Admin.create(patient)) {
      Set<String> there = admin.listTopics().names().get();
      List<String> made = new ArrayList<>();
      for (Map.Entry<String, Map<String, String>> topic : all().entrySet()) {
        if (!there.contains(topic.getKey())) {
          make(admin, topic, partitions, replication);
          made.add(topic.getKey());
        }
      }
      return made;
    } catch (KafkaException | ExecutionException e) {
      Throwable reason = e instanceof ExecutionException ? e.getCause() : e;
      throw new IOException(
          "cannot make the topics of %s at %s: %s (is that where the brokers are, and do they run?)"
              .formatted(stream, client.getProperty("bootstrap.servers"), reason.getMessage()),
          e);
    }
  }

  private static void make(
      Admin admin, Map.Entry<String, Map<String, String>> topic, int partitions, short replication)
      throws ExecutionException, InterruptedException {
    Optional<Short> copies = replication < 0 ? Optional.empty() : Optional.of(replication);
    NewTopic wanted =
        new NewTopic(topic.getKey(), Optional.of(partitions), copies).configs(topic.getValue());
    try {
      TopicCreation.create(admin, wanted);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /** The stream that a topic belongs to by its name. */
  public static String streamOf(String topic) {
    return ROLES.keySet().stream()
        .filter(role -> !role.isEmpty() && topic.endsWith(role) && !topic.equals(role))
        .map(role -> topic.substring(0, topic.length() - role.length()))
        .findFirst()
        .orElse(topic);
  }

  private Map<String, Map<String, String>> all() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    ROLES.forEach((role, settings) -> all.put(stream + role, settings));
    return all;
  }

  private static Map<String, Map<String, String>> roles() {
    Map<String, Map<String, String>> roles = new LinkedHashMap<>();
    roles.put("", MEDIA);
    roles.put(".ardm", MEDIA);
    roles.put(".statistics", MESSAGES);
    roles.put(".dead-letters", MESSAGES);
    roles.put(".restored", MEDIA);
    roles.put(".replay-dead-letters", MESSAGES);
    return roles;
  }
}
