package io.ardmstream.demo;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Compares what was sent with what came back, both read from Kafka.
 *
 * @param bootstrapServers the broker
 */
record ReturnedRecords(String bootstrapServers) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Counts the originals that came back exactly once with the same value, key, headers and
   * timestamp.
   *
   * @param originals topics of the originals
   * @param restored topic of what came back
   * @param expected number of originals
   */
  long identical(List<String> originals, String restored, int expected) {
    Map<ByteBuffer, List<Content>> back = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : read(List.of(restored), expected)) {
      back.computeIfAbsent(ByteBuffer.wrap(record.key()), key -> new ArrayList<>())
          .add(Content.of(record));
    }
    return read(originals, expected).stream()
        .filter(
            record -> List.of(Content.of(record)).equals(back.get(ByteBuffer.wrap(record.key()))))
        .count();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(List<String> topics, int expected) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (Topic topic = new Topic(bootstrapServers, topics)) {
      while (records.size() < expected && System.nanoTime() < end) {
        topic.next(Duration.ofMillis(200)).forEach(records::add);
      }
      topic.next(Duration.ofMillis(200)).forEach(records::add);
    }
    return records;
  }

  private record Content(long timestamp, ByteBuffer value, Headers headers) {
    static Content of(ConsumerRecord<byte[], byte[]> record) {
      return new Content(record.timestamp(), ByteBuffer.wrap(record.value()), record.headers());
    }
  }
}
