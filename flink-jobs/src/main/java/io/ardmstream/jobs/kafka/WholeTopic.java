package io.ardmstream.jobs.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of a topic as it is now, without any job.
 *
 * @param client Kafka client properties, {@code bootstrap.servers} among them; never printed
 * @param topic its name
 */
public record WholeTopic(Properties client, String topic) {
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final String TIMEOUT_MILLIS = "10000";

  /**
   * Reads it from its beginning to where it ends now.
   *
   * @throws IOException if the brokers do not answer, or there is no such topic
   */
  public void read(Consumer<ConsumerRecord<byte[], byte[]>> taker) throws IOException {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      readOn(consumer, taker);
    } catch (KafkaException e) {
      throw unreadable(e);
    }
  }

  /** Reads from where the consumer is to where the topic ends now. */
  public void readOn(
      KafkaConsumer<byte[], byte[]> consumer, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(PATIENCE).forEach(taker);
    }
  }

  /** A consumer of committed records that commits nothing by itself. */
  public KafkaConsumer<byte[], byte[]> consumer(Map<String, String> further) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("default.api.timeout.ms", TIMEOUT_MILLIS);
    properties.putAll(further);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Its partitions.
   *
   * @throws IOException if there is no such topic
   */
  public List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) throws IOException {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IOException("there is no topic " + topic);
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  /** Trouble in words. */
  public IOException unreadable(KafkaException e) {
    return new IOException("cannot read the topic " + topic + ": " + e.getMessage(), e);
  }
}
