package io.ardmstream.dashboard;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Finds single records in the encoded topic. A record and its statistics carry the same Kafka
 * timestamp, so the search begins there; it is bounded in bytes and in time.
 *
 * @param source where the topic is
 * @param topic its name
 */
record EncodedTopic(KafkaSource source, String topic) {

  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final long MOST_BYTES = 512L << 20;
  private static final long MOST_NANOS = 15_000_000_000L;

  /** The container of a record; empty if it was not found. */
  Optional<byte[]> container(RecordFacts wanted) {
    MessageReader<EncodedRecord> messages = source.wire().reader(EncodedRecord.class);
    TopicReader reader = new TopicReader(topic, wanted.timestamp());
    long end = System.nanoTime() + MOST_NANOS;
    long bytes = 0;
    try (TopicReader.Open open = reader.open(properties())) {
      do {
        for (ConsumerRecord<byte[], byte[]> record : open.next(GLANCE)) {
          Optional<byte[]> found = match(messages, record.value(), wanted);
          if (found.isPresent()) {
            return found;
          }
          bytes += Math.max(0, record.serializedValueSize());
        }
      } while (!open.atEnd() && bytes < MOST_BYTES && System.nanoTime() < end);
    }
    return Optional.empty();
  }

  private Properties properties() {
    Properties properties = source.consumerProperties();
    properties.put("max.poll.records", "10");
    return properties;
  }

  private static Optional<byte[]> match(
      MessageReader<EncodedRecord> messages, byte[] value, RecordFacts wanted) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      EncodedRecord record = messages.fromBytes(value);
      boolean same = RecordFacts.Place.of(record.getOrigin()).equals(wanted.origin());
      return same ? Optional.of(ByteFields.toArray(record.getPayload())) : Optional.empty();
    } catch (MalformedMessageException e) {
      return Optional.empty();
    }
  }
}
