package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Keeps the whole Kafka record, so that key, headers and timestamp survive. */
final class TopicRecordReader implements KafkaRecordDeserializationSchema<TopicRecord> {

  private static final long serialVersionUID = 1L;

  private final long oldest;

  /** Takes every record. */
  TopicRecordReader() {
    this(Long.MIN_VALUE);
  }

  /**
   * Leaves out records that are older. Kafka alone does not: it finds the end of a transaction too,
   * which is as old as its commit, however old the records around it say they are.
   *
   * @param oldest timestamp in milliseconds
   */
  TopicRecordReader(long oldest) {
    this.oldest = oldest;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<TopicRecord> out) {
    if (record.timestamp() < oldest) {
      return;
    }
    List<Header> headers = new ArrayList<>();
    record
        .headers()
        .forEach(header -> headers.add(new Header(header.key(), ByteFields.of(header.value()))));
    out.collect(
        new TopicRecord(
            record.topic(),
            record.partition(),
            record.offset(),
            record.timestamp(),
            ByteFields.of(record.key()),
            headers,
            ByteFields.of(record.value())));
  }

  @Override
  public TypeInformation<TopicRecord> getProducedType() {
    return new AvroTypeInfo<>(TopicRecord.class);
  }
}
