package io.ardmstream.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Follows the committed records of topics from their beginning. */
final class Topic implements AutoCloseable {

  private final KafkaConsumer<byte[], byte[]> consumer;

  Topic(String bootstrapServers, List<String> topics) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"));
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** What has come since the last call, after waiting a moment for it. */
  Iterable<ConsumerRecord<byte[], byte[]>> next(Duration patience) {
    return consumer.poll(patience);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
