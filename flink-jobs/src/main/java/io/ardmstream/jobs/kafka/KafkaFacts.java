package io.ardmstream.jobs.kafka;

import io.ardmstream.jobs.config.ConfigurationException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What Kafka says about the topics of a job and about itself.
 *
 * @param topics configuration of each topic that exists
 * @param partitions how many each of them has
 * @param broker configuration of one broker; empty if this client may not see it
 */
public record KafkaFacts(
    Map<String, Map<String, String>> topics,
    Map<String, Integer> partitions,
    Map<String, String> broker) {

  private static final String TIMEOUT_MILLIS = "20000";

  /** Whether Kafka keeps only the latest record of each key of the topic. */
  public boolean isCompacted(String topic) {
    return topics
        .getOrDefault(topic, Map.of())
        .getOrDefault("cleanup.policy", "")
        .contains("compact");
  }

  /** How many partitions a topic has that exists. */
  public int partitions(String topic) {
    return partitions.get(topic);
  }

  /** What timestamps each of these topics takes. */
  public Map<String, AllowedTimes> allowedTimes(Collection<String> names) {
    return names.stream()
        .collect(
            Collectors.toMap(
                name -> name, name -> AllowedTimes.of(topics.getOrDefault(name, Map.of()))));
  }

  /**
   * Asks Kafka.
   *
   * @throws ConfigurationException if it does not answer
   */
  public static KafkaFacts ask(KafkaSettings kafka, Collection<String> topics) {
    Properties properties = kafka.clientProperties();
    properties.setProperty("default.api.timeout.ms", TIMEOUT_MILLIS);
    properties.setProperty("request.timeout.ms", TIMEOUT_MILLIS);
    try (Admin admin = Admin.create(properties)) {
      Map<String, Map<String, String>> found = new HashMap<>();
      Map<String, Integer> partitions = new HashMap<>();
      String brokerId =
          Integer.toString(
              admin.describeCluster().nodes().get().stream().findFirst().orElseThrow().id());
      for (String topic : topics) {
        Optional<TopicDescription> description = description(admin, topic);
        if (description.isPresent()) {
          partitions.put(topic, description.get().partitions().size());
          found.put(topic, configuration(admin, ConfigResource.Type.TOPIC, topic));
        }
      }
      return new KafkaFacts(found, partitions, brokerConfiguration(admin, brokerId));
    } catch (KafkaException | ExecutionException e) {
      throw unreachable(kafka, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(kafka, e);
    }
  }

  private static Optional<TopicDescription> description(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    try {
      return Optional.of(admin.describeTopics(List.of(topic)).topicNameValues().get(topic).get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Not every client may see it; then the brokers themselves refuse what they do not allow. */
  private static Map<String, String> brokerConfiguration(Admin admin, String brokerId)
      throws ExecutionException, InterruptedException {
    try {
      return configuration(admin, ConfigResource.Type.BROKER, brokerId);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ClusterAuthorizationException) {
        return Map.of();
      }
      throw e;
    }
  }

  private static Map<String, String> configuration(
      Admin admin, ConfigResource.Type type, String name)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(type, name);
    Config config = admin.describeConfigs(List.of(resource)).values().get(resource).get();
    return config.entries().stream()
        .filter(entry -> entry.value() != null)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }

  private static ConfigurationException unreachable(KafkaSettings kafka, Exception e) {
    Throwable reason = e instanceof ExecutionException ? e.getCause() : e;
    return new ConfigurationException(
        List.of(
            kafka
                + " does not answer ("
                + reason
                + "): check kafka.bootstrap-servers, that the brokers run, and the security"
                + " settings in kafka.properties and kafka.properties-file"));
  }
}
