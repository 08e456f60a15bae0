package io.ardmstream.dashboard.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions of a topic from a time on, and remembers how far it has come. */
final class TopicReader {

  private final String topic;
  private final long since;
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  /**
   * At the beginning.
   *
   * @param since timestamp of the first record wanted, in milliseconds of the epoch
   */
  TopicReader(String topic, long since) {
    this.topic = topic;
    this.since = Math.max(0, since);
  }

  /** Connects, and continues where the last connection ended. */
  Open open(Properties properties) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      seek(consumer);
      return new Open(consumer);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private void seek(KafkaConsumer<byte[], byte[]> consumer) {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new UnknownTopicOrPartitionException("There is no topic " + topic + " yet");
    }
    List<TopicPartition> partitions =
        found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> starts = starts(consumer, partitions);
    partitions.forEach(each -> consumer.seek(each, positions.getOrDefault(each, starts.get(each))));
  }

  private Map<TopicPartition, Long> starts(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(each -> each, each -> since)));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return partitions.stream()
        .collect(
            Collectors.toMap(
                each -> each,
                each -> found.get(each) == null ? ends.get(each) : found.get(each).offset()));
  }

  /** A connection. */
  final class Open implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;

    private Open(KafkaConsumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    /** What has come, after waiting a moment for it. */
    Iterable<ConsumerRecord<byte[], byte[]>> next(Duration patience) {
      Iterable<ConsumerRecord<byte[], byte[]>> records = consumer.poll(patience);
      consumer.assignment().forEach(each -> positions.put(each, consumer.position(each)));
      return records;
    }

    /** Records between here and the ends of the partitions. */
    long behind() {
      return consumer.assignment().stream()
          .map(consumer::currentLag)
          .mapToLong(lag -> lag.orElse(0))
          .sum();
    }

    /** Whether everything that was there has been read. */
    boolean atEnd() {
      return consumer.assignment().stream()
          .map(consumer::currentLag)
          .allMatch(lag -> lag.equals(OptionalLong.of(0)));
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
