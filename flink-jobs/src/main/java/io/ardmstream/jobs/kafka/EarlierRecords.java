package io.ardmstream.jobs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads partitions backwards, whatever a job reads of them. It connects when it is first asked, and
 * belongs to one thread.
 */
public final class EarlierRecords implements PartitionLog {

  /** Offsets that are read at a time; the records among them are in memory together. */
  private static final int STEP = 64;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaSettings kafka;
  private KafkaConsumer<byte[], byte[]> consumer;

  public EarlierRecords(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  @Override
  public long begin(TopicPartition partition) {
    connect();
    return consumer.beginningOffsets(List.of(partition)).get(partition);
  }

  @Override
  public long back(TopicPartition partition, long from, long to, BiPredicate<Long, byte[]> enough) {
    connect();
    consumer.assign(List.of(partition));
    for (long end = to; end > from; end -= STEP) {
      List<ConsumerRecord<byte[], byte[]>> records =
          read(partition, Math.max(from, end - STEP), end);
      Collections.reverse(records);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.value() != null && enough.test(record.offset(), record.value())) {
          return record.offset();
        }
      }
    }
    return Math.min(from, to);
  }

  private List<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long from, long to) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long reached = from;
    while (reached < to) {
      consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      if (consumer.position(partition) > reached) {
        reached = consumer.position(partition);
        deadline = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > deadline) {
        throw new TimeoutException(
            "%s gives no record of %s from offset %d on".formatted(kafka, partition, reached));
      }
    }
    records.removeIf(record -> record.offset() >= to);
    return records;
  }

  private void connect() {
    if (consumer == null) {
      Properties properties = kafka.clientProperties();
      properties.put("isolation.level", "read_committed");
      properties.put("enable.auto.commit", "false");
      properties.put("auto.offset.reset", "earliest");
      properties.put("max.poll.records", Integer.toString(STEP));
      consumer =
          new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close();
    }
  }
}
