package io.ardmstream.jobs.kafka.source;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Start positions in the words of the connector. */
final class Positions {

  private Positions() {}

  static OffsetsInitializer of(StartPosition start) {
    if (start instanceof StartPosition.Since since) {
      return OffsetsInitializer.timestamp(since.instant().toEpochMilli());
    }
    if (start instanceof StartPosition.Offsets offsets) {
      return OffsetsInitializer.offsets(partitions(offsets.byPartition()));
    }
    if (start instanceof StartPosition.Committed) {
      return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }
    return start instanceof StartPosition.Latest
        ? OffsetsInitializer.latest()
        : OffsetsInitializer.earliest();
  }

  private static Map<TopicPartition, Long> partitions(Map<String, Long> byPartition) {
    Map<TopicPartition, Long> partitions = new HashMap<>();
    byPartition.forEach(
        (text, offset) -> {
          int colon = text.lastIndexOf(':');
          int number = Integer.parseInt(text.substring(colon + 1));
          partitions.put(new TopicPartition(text.substring(0, colon), number), offset);
        });
    return partitions;
  }
}
