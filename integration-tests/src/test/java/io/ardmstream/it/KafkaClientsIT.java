package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.kafka.ArdmDeserializer;
import io.ardmstream.kafka.ArdmSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kafka clients, configured as Kafka configures, on the topics of the jobs. */
@ExtendWith(StreamingSystem.class)
class KafkaClientsIT {
  private static final int RECORDS = 1000;

  @Test
  @DisplayName("a consumer reads an encoded topic of 1,000 mixed records as if it were raw")
  void consumer(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = mixed(streams.raw);
    streams.produce(originals);
    streams.compress("input.unrecognised", "store", "codec.verify", "false");

    List<ConsumerRecord<byte[], byte[]>> read = read(streams, streams.encoded);

    Comparison.assertSame(originals, read, true);
  }

  @Test
  @DisplayName("what a producer encodes, replay and consumers bring back")
  void producer(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = mixed(streams.encoded).subList(0, 50);
    Map<String, Object> settings = client(streams);
    settings.put("value.serializer", ArdmSerializer.class.getName());
    settings.put("key.serializer", ByteArraySerializer.class.getName());
    settings.put("ardm.model", "none");
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      originals.forEach(record -> sent.add(producer.send(record)));
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }

    streams.replay();

    assertThat(streams.committed(streams.encoded))
        .filteredOn(record -> record.value() != null)
        .hasSizeGreaterThan(40)
        .allMatch(record -> (record.value()[0] & 0xFF) == 0xC3 && record.value()[1] == 1);
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
    Comparison.assertSame(originals, read(streams, streams.encoded), true);
  }

  /** Pictures, noise, text, a few recordings, and tombstones. */
  private static List<ProducerRecord<byte[], byte[]>> mixed(String topic) {
    byte[] recording = Samples.named("audio/spoken-digit-seven.wav");
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      byte[] value =
          switch (i % 5) {
            case 0 -> Media.noise(7, 9, i);
            case 1 -> ("text " + i).getBytes(UTF_8);
            case 2 -> i % 100 == 2 ? recording : Media.gradient(12, 5, i);
            case 3 -> i % 50 == 3 ? null : Media.gradient(20, 10, i);
            default -> new byte[i];
          };
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              topic, null, System.currentTimeMillis(), Integer.toString(i).getBytes(UTF_8), value);
      record.headers().add("number", Integer.toString(i).getBytes(UTF_8));
      records.add(record);
    }
    return records;
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(Streams streams, String topic) {
    int expected = streams.committed(topic).size();
    Map<String, Object> settings = client(streams);
    settings.put("group.id", topic + "-viewers");
    settings.put("auto.offset.reset", "earliest");
    settings.put("isolation.level", "read_committed");
    settings.put("value.deserializer", ArdmDeserializer.class.getName());
    settings.put("key.deserializer", ByteArrayDeserializer.class.getName());
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of(topic));
      long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
      while (records.size() < expected && System.nanoTime() < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  private static Map<String, Object> client(Streams streams) {
    return new HashMap<>(Map.of("bootstrap.servers", streams.broker.bootstrapServers()));
  }
}
