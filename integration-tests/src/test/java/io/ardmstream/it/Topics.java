package io.ardmstream.it;

import io.ardmstream.demo.LocalBroker;
import io.ardmstream.jobs.kafka.TopicCreation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics of a broker.
 *
 * @param bootstrapServers where it is found
 * @param mostBytes of a record
 */
public record Topics(String bootstrapServers, int mostBytes) {

  private static final int PATIENCE_MILLIS = 600_000;

  /** A busy machine needs more than Kafka's 30 s for a record of 100 MB. */
  private static final int REQUEST_MILLIS = 120_000;

  /** For records as large as a {@link LocalBroker} takes unless it is told otherwise. */
  public Topics(String bootstrapServers) {
    this(bootstrapServers, LocalBroker.MAX_RECORD_BYTES);
  }

  /** Makes a topic. Retention goes by the timestamps of records, and tests like old ones. */
  public void create(String name, int partitions) throws ExecutionException, InterruptedException {
    String largest = Integer.toString(mostBytes);
    Map<String, String> config = Map.of("max.message.bytes", largest, "retention.ms", "-1");
    try (Admin admin = Admin.create(client())) {
      NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(config);
      TopicCreation.create(admin, topic);
    }
  }

  /** Changes a setting of a topic. */
  public void set(String topic, String name, String value)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    AlterConfigOp change =
        new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(client())) {
      admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
      while (!value.equals(described(admin, resource, name))) {
        Thread.sleep(20);
      }
    }
  }

  /** A change is known to the controller before the broker knows of it. */
  private static String described(Admin admin, ConfigResource topic, String name)
      throws ExecutionException, InterruptedException {
    return admin.describeConfigs(List.of(topic)).all().get().get(topic).get(name).value();
  }

  /** A producer of records as large as the topics take, which waits for a broker that is away. */
  public KafkaProducer<byte[], byte[]> producer() {
    Properties properties = client();
    properties.put("max.request.size", mostBytes);
    properties.put("buffer.memory", 2L * mostBytes);
    properties.put("max.block.ms", PATIENCE_MILLIS);
    properties.put("request.timeout.ms", REQUEST_MILLIS);
    properties.put("send.buffer.bytes", -1);
    properties.put("delivery.timeout.ms", PATIENCE_MILLIS);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends records and waits until the broker has them. */
  public void produce(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = producer()) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }

  /** Every committed record of a topic, by partition and offset. */
  public List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    Properties properties = client();
    properties.put("isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = settledEnds(consumer, partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /** What the records of a topic take in the folders of its broker, as they are stored. */
  public long bytesOnDisk(String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client())) {
      List<Integer> brokers = admin.describeCluster().nodes().get().stream().map(Node::id).toList();
      return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
          .flatMap(folders -> folders.values().stream())
          .flatMap(folder -> folder.replicaInfos().entrySet().stream())
          .filter(replica -> replica.getKey().topic().equals(topic))
          .mapToLong(replica -> replica.getValue().size())
          .sum();
    }
  }

  /** A transaction is committed a moment before its records are, on every partition, visible. */
  private Map<TopicPartition, Long> settledEnds(
      KafkaConsumer<byte[], byte[]> committed, List<TopicPartition> partitions) {
    try (KafkaConsumer<byte[], byte[]> all =
        new KafkaConsumer<>(client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Map<TopicPartition, Long> ends = all.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> committedEnd(committed, p) < ends.get(p))) {
        LockSupport.parkNanos(10_000_000);
      }
      return ends;
    }
  }

  private static long committedEnd(
      KafkaConsumer<byte[], byte[]> committed, TopicPartition partition) {
    return committed.endOffsets(List.of(partition)).get(partition);
  }

  private Properties client() {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", bootstrapServers);
    return properties;
  }
}
