package io.ardmstream.jobs.kafka;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.TopicRecord;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes each record to the topic it names, with its key, headers and timestamp. The key chooses
 * the partition, so the order of a key is kept.
 */
final class TopicRecordWriter
    implements KafkaRecordSerializationSchema<TopicRecord>, KafkaDatasetFacetProvider {

  private static final long serialVersionUID = 1L;

  private final String[] topics;

  TopicRecordWriter(List<String> topics) {
    this.topics = topics.toArray(String[]::new);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      TopicRecord record, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> outgoing =
        new ProducerRecord<>(
            record.getTopic(),
            null,
            record.getTimestamp() < 0 ? null : record.getTimestamp(),
            ByteFields.toArray(record.getKey()),
            ByteFields.toArray(record.getValue()));
    record
        .getHeaders()
        .forEach(
            header ->
                outgoing.headers().add(header.getKey(), ByteFields.toArray(header.getValue())));
    return outgoing;
  }

  /** The pooled transaction names need to know every topic beforehand. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(List.of(topics))));
  }
}
