package io.ardmstream.jobs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads partitions backwards, whatever a job reads of them. It connects when it is first asked, and
 * belongs to one thread.
 */
public final class EarlierRecords implements AutoCloseable {

  /** Offsets that are read at a time; the records among them are in memory together. */
  private static final int STEP = 64;

  /**
   * Offsets that are looked at. The records of a group lie within one bundle of the job that wrote
   * them, among those of its other subtasks; a bundle has at most as many.
   */
  private static final int MOST = 1 << 16;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaSettings kafka;
  private KafkaConsumer<byte[], byte[]> consumer;

  public EarlierRecords(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /**
   * Hands on the committed records before an offset, the latest first.
   *
   * @param enough takes a value, which is not null, and says whether it was the last one wanted
   * @return the offset down to which it looked
   * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
   */
  public long before(TopicPartition partition, long offset, Predicate<byte[]> enough) {
    connect();
    consumer.assign(List.of(partition));
    long begin = consumer.beginningOffsets(List.of(partition)).get(partition);
    long end = Math.max(begin, offset - MOST);
    for (long to = offset; to > end; to -= STEP) {
      long from = Math.max(end, to - STEP);
      List<ConsumerRecord<byte[], byte[]>> records = read(partition, from, to);
      Collections.reverse(records);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.value() != null && enough.test(record.value())) {
          return record.offset();
        }
      }
    }
    return end;
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
