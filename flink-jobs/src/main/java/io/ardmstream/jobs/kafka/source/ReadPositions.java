package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.TopicRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.kafka.common.TopicPartition;

/** How far a reader has got in each partition: now, and when a checkpoint was made. */
final class ReadPositions {
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private final NavigableMap<Long, Map<TopicPartition, Long>> atCheckpoints = new TreeMap<>();
  private Map<TopicPartition, Long> completed = Map.of();

  /** A partition; one that begins where Kafka says has no position before its first record. */
  void begin(KafkaPartitionSplit split) {
    if (split.getStartingOffset() >= 0) {
      next.put(split.getTopicPartition(), split.getStartingOffset());
    }
  }

  void read(TopicRecord record) {
    next.put(new TopicPartition(record.getTopic(), record.getPartition()), record.getOffset() + 1);
  }

  void snapshot(long checkpoint) {
    atCheckpoints.put(checkpoint, Map.copyOf(next));
  }

  void complete(long checkpoint) {
    Map.Entry<Long, Map<TopicPartition, Long>> newest = atCheckpoints.floorEntry(checkpoint);
    if (newest != null) {
      completed = newest.getValue();
      atCheckpoints.headMap(checkpoint, true).clear();
    }
  }

  /** Next offsets when the newest complete checkpoint was made: what came before is written. */
  Map<TopicPartition, Long> completed() {
    return completed;
  }
}
