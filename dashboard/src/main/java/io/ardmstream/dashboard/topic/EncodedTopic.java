package io.ardmstream.dashboard.topic;

import io.ardmstream.codec.StreamDecoder;
import io.ardmstream.dashboard.rates.RecordFacts;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds single records in the encoded topic. A record and its statistics carry the same Kafka
 * timestamp, so the search begins there; it is bounded in bytes and in time. What a record of a
 * group leans on lies before it in its partition, within the bundle that it was encoded in.
 *
 * @param source where the topic is
 * @param topic its name
 */
public record EncodedTopic(KafkaSource source, String topic) {

  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final long MOST_BYTES = 512L << 20;
  private static final long MOST_NANOS = 15_000_000_000L;

  /** Records of a partition that are looked through for what a record leans on. */
  private static final int MOST_BEFORE = 4096;

  private static final int STEP = 64;

  /**
   * The container of a record; empty if it was not found.
   *
   * @param decoder is given what the record leans on, as far as the topic still has that
   */
  public Optional<byte[]> container(RecordFacts wanted, StreamDecoder decoder) {
    MessageReader<EncodedRecord> messages = source.wire().reader(EncodedRecord.class);
    TopicReader reader = new TopicReader(topic, wanted.timestamp());
    long end = System.nanoTime() + MOST_NANOS;
    long bytes = 0;
    try (TopicReader.Open open = reader.open(properties())) {
      do {
        for (ConsumerRecord<byte[], byte[]> record : open.next(GLANCE)) {
          Optional<byte[]> found = match(messages, record.value(), wanted);
          if (found.isPresent()) {
            gather(record, found.get(), messages, decoder);
            return found;
          }
          bytes += Math.max(0, record.serializedValueSize());
        }
      } while (!open.atEnd() && bytes < MOST_BYTES && System.nanoTime() < end);
    }
    return Optional.empty();
  }

  /** Reads back from a record until nothing that it leans on is missing. */
  private void gather(
      ConsumerRecord<byte[], byte[]> record,
      byte[] container,
      MessageReader<EncodedRecord> messages,
      StreamDecoder decoder) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    long oldest = Math.max(0, record.offset() - MOST_BEFORE);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      oldest = Math.max(oldest, consumer.beginningOffsets(List.of(partition)).get(partition));
      for (long to = record.offset(); to > oldest && decoder.gap(container).isPresent(); ) {
        long from = Math.max(oldest, to - STEP);
        consumer.seek(partition, from);
        long end = System.nanoTime() + MOST_NANOS;
        while (consumer.position(partition) < to && System.nanoTime() < end) {
          consumer.poll(GLANCE).forEach(earlier -> remember(messages, earlier.value(), decoder));
        }
        to = from;
      }
    }
  }

  private static void remember(
      MessageReader<EncodedRecord> messages, byte[] value, StreamDecoder decoder) {
    try {
      if (value != null) {
        decoder.remember(ByteFields.toArray(messages.fromBytes(value).getPayload()));
      }
    } catch (MalformedMessageException foreign) {
      // Nothing leans on it.
    }
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
