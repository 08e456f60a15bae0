package io.ardmstream.dashboard.topic;

import io.ardmstream.schema.WireFormat;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the page's records are.
 *
 * @param client Kafka client properties, {@code bootstrap.servers} among them; never printed
 * @param wire form of the values
 * @param statisticsTopic topic of the RateStatistics
 * @param encodedTopic topic of the EncodedRecords, for looking into single records; empty: not
 *     possible
 * @param letterTopic topic of the DeadLetters, for what was refused and why; empty: not shown
 * @param since how old the oldest statistics are that are read at the start, by the timestamps of
 *     the topic
 */
public record KafkaSource(
    Properties client,
    WireFormat wire,
    String statisticsTopic,
    Optional<String> encodedTopic,
    Optional<String> letterTopic,
    Duration since) {

  Properties consumerProperties() {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("default.api.timeout.ms", "10000");
    return properties;
  }

  /** A topic in words. Says where, never how: the properties may hold passwords. */
  String name(String topic) {
    return topic + " on " + client.getProperty("bootstrap.servers");
  }

  @Override
  public String toString() {
    return name(statisticsTopic);
  }
}
