package io.ardmstream.jobs.kafka.sink;

import io.ardmstream.jobs.kafka.AllowedTimes;
import io.ardmstream.jobs.kafka.DestinationSettings;
import io.ardmstream.jobs.kafka.KafkaSettings;
import io.ardmstream.jobs.kafka.TransactionSettings;
import io.ardmstream.schema.TopicRecord;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/** Writes records exactly once. */
public final class TopicSink {

  private static final long LEAST_BUFFER = 32L << 20;
  private static final long LARGEST_BATCH = 256L << 10;

  private TopicSink() {}

  /**
   * The one sink of a job for all its topics. One sink means one transaction per subtask and
   * checkpoint, so an encoded record and its statistics, or a dead letter, become visible together
   * or not at all.
   *
   * <p>Transaction names are pooled: the broker remembers as many as are in flight, not one per
   * checkpoint for days. This needs brokers from version 3.0 and read permission on the topics.
   *
   * @param topics every topic a record may name, and what timestamps it takes
   * @param compression of batches, as Kafka names it. {@code zstd}, which every client since Kafka
   *     2.1 reads, suits records that Avro surrounds with what repeats from one to the next: names,
   *     models, versions then cost a fifth. {@code none} suits what is not ours to change
   */
  public static Sink<TopicRecord> of(
      KafkaSettings kafka,
      Map<String, AllowedTimes> topics,
      DestinationSettings destination,
      TransactionSettings transaction,
      String compression) {
    return new ClosingSink(
        KafkaSink.<TopicRecord>builder()
            .setKafkaProducerConfig(producer(kafka, destination, transaction, compression))
            .setBootstrapServers(kafka.bootstrapServers())
            .setRecordSerializer(new TopicRecordWriter(topics))
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix(transaction.idPrefix())
            .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
            .build(),
        kafka.clientProperties());
  }

  private static Properties producer(
      KafkaSettings kafka,
      DestinationSettings destination,
      TransactionSettings transaction,
      String compression) {
    long largest = destination.maxRecordBytes();
    Properties producer = new Properties();
    producer.setProperty("max.request.size", Long.toString(largest));
    producer.setProperty("buffer.memory", Long.toString(Math.max(LEAST_BUFFER, 2 * largest)));
    producer.setProperty("compression.type", compression);
    // nothing is visible before the checkpoint, which waits for no batch: large ones cost no time
    producer.setProperty("linger.ms", "100");
    producer.setProperty("batch.size", Long.toString(Math.min(LARGEST_BATCH, largest)));
    // for each piece that the socket takes, the JDK copies all that is left of a request: few
    // pieces
    producer.setProperty("send.buffer.bytes", "-1");
    // each producer of the pool would name its metrics as the one before it
    producer.setProperty("register.producer.metrics", "false");
    producer.putAll(kafka.clientProperties());
    producer.setProperty("transaction.timeout.ms", Long.toString(transaction.timeout().toMillis()));
    return producer;
  }
}
