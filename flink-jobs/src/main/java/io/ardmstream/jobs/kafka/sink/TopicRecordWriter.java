package io.ardmstream.jobs.kafka.sink;

import io.ardmstream.jobs.kafka.AllowedTimes;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.TopicRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes each record to the topic it names, with its key, headers and timestamp. The key chooses
 * the partition unless the record names one, so the order of a key is kept. A timestamp that the
 * topic would refuse becomes the present, and the original one a header.
 */
public final class TopicRecordWriter
    implements KafkaRecordSerializationSchema<TopicRecord>, KafkaDatasetFacetProvider {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, AllowedTimes> topics;

  public TopicRecordWriter(Map<String, AllowedTimes> topics) {
    this.topics = new HashMap<>(topics);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      TopicRecord record, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> outgoing =
        new ProducerRecord<>(
            record.getTopic(),
            record.getPartition() < 0 ? null : Integer.valueOf(record.getPartition()),
            time(record),
            ByteFields.toArray(record.getKey()),
            ByteFields.toArray(record.getValue()));
    record
        .getHeaders()
        .forEach(
            header ->
                outgoing.headers().add(header.getKey(), ByteFields.toArray(header.getValue())));
    if (outgoing.timestamp() != null && outgoing.timestamp() != record.getTimestamp()) {
      outgoing.headers().add(OriginalTime.header(record.getTimestamp()));
    }
    return outgoing;
  }

  private Long time(TopicRecord record) {
    long time = record.getTimestamp();
    return time < 0
        ? null
        : topics.get(record.getTopic()).nearest(time, System.currentTimeMillis());
  }

  /** The pooled transaction names need to know every topic beforehand. */
  @Override
  public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
    return Optional.of(
        new DefaultKafkaDatasetFacet(
            DefaultKafkaDatasetIdentifier.ofTopics(List.copyOf(topics.keySet()))));
  }
}
