package io.ardmstream.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends samples to their topics. */
final class Sender implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;

  Sender(String bootstrapServers) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", bootstrapServers);
    properties.put("max.request.size", LocalBroker.MAX_RECORD_BYTES);
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends every sample as often as there are rounds and says where each record lies. */
  Map<Place, Sample> send(List<Sample> samples, int rounds)
      throws ExecutionException, InterruptedException {
    Map<Place, Sample> sent = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      List<Future<RecordMetadata>> places = new ArrayList<>();
      for (Sample sample : samples) {
        places.add(producer.send(record(sample, round)));
      }
      for (int i = 0; i < samples.size(); i++) {
        sent.put(place(places.get(i).get()), samples.get(i));
      }
    }
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }

  private static ProducerRecord<byte[], byte[]> record(Sample sample, int round) {
    byte[] key = (sample.name() + "#" + round).getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(sample.stream(), key, sample.media());
    record.headers().add("file", sample.name().getBytes(UTF_8));
    return record;
  }

  private static Place place(RecordMetadata metadata) {
    return new Place(metadata.topic(), metadata.partition(), metadata.offset());
  }
}
