package io.ardmstream.jobs.rates;

import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.PlausibleStatistics;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.WireFormat;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The rates of a statistics topic as it is now, without any job or database.
 *
 * @param client Kafka client properties, {@code bootstrap.servers} among them; never printed
 * @param wire form of the values
 * @param topic of RateStatistics; what else is in it is passed over
 */
public record TopicRates(Properties client, WireFormat wire, String topic) implements RateSource {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Override
  public void read(RateQuery query, Consumer<RateWindow> found) throws IOException {
    Consumer<RateWindow> wanted =
        window -> {
          if (query.matches(window)) {
            found.accept(window);
          }
        };
    MessageReader<RateStatistics> messages =
        new PlausibleStatistics(wire.reader(RateStatistics.class));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(PATIENCE).forEach(record -> tell(record, messages, wanted));
      }
    } catch (KafkaException e) {
      throw new IOException("cannot read the topic " + topic + ": " + e.getMessage(), e);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    properties.put("default.api.timeout.ms", "10000");
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) throws IOException {
    List<PartitionInfo> found = consumer.partitionsFor(topic);
    if (found == null || found.isEmpty()) {
      throw new IOException("there is no topic " + topic);
    }
    return found.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private static void tell(
      ConsumerRecord<byte[], byte[]> record,
      MessageReader<RateStatistics> messages,
      Consumer<RateWindow> found) {
    if (record.value() == null) {
      return;
    }
    try {
      StatisticsWindows.of(messages.fromBytes(record.value()), record.timestamp()).forEach(found);
    } catch (MalformedMessageException e) {
      // the rates job makes a dead letter of it
    }
  }
}
