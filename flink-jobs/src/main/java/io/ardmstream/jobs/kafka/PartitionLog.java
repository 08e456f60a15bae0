package io.ardmstream.jobs.kafka;

import java.util.function.BiPredicate;
import org.apache.kafka.common.TopicPartition;

/** The committed records of partitions, to be read backwards. One thread at a time may call. */
public interface PartitionLog extends AutoCloseable {

  /**
   * The first offset that there is.
   *
   * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
   */
  long begin(TopicPartition partition);

  /**
   * Hands on records, the latest first.
   *
   * @param from the first offset
   * @param to the offset behind the last one
   * @param enough takes an offset and the value there, which is not null, and says whether it was
   *     the last one wanted
   * @return the offset down to which it read
   * @throws org.apache.kafka.common.KafkaException if the brokers do not answer
   */
  long back(TopicPartition partition, long from, long to, BiPredicate<Long, byte[]> enough);

  @Override
  void close();
}
