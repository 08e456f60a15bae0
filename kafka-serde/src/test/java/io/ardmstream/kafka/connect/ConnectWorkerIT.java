package io.ardmstream.kafka.connect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.demo.LocalBroker;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's own Connect worker with the converter, between a folder, a topic and a folder. */
class ConnectWorkerIT {
  private static final String TOPIC = "folder.ardm";
  private static final Path RECORDINGS = Path.of("..", "samples", "audio");
  private static final List<String> FILES =
      List.of("speech-bed.wav", "speech-cat.wav", "spoken-digit-seven.wav");

  @TempDir Path folder;

  @Test
  @Timeout(600)
  @DisplayName("a source's files are records of an encoded topic, a sink is given the originals")
  void folderToFolder() throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    Path out = Files.createDirectories(folder.resolve("out"));
    for (String file : FILES) {
      Files.copy(RECORDINGS.resolve(file), in.resolve(file));
    }
    try (LocalBroker broker =
        LocalBroker.start(Files.createDirectories(folder.resolve("broker")))) {
      broker.createTopic(TOPIC, 1, Map.of());
      Process worker = worker(broker.bootstrapServers(), in, out);
      try {
        for (String file : FILES) {
          while (!Files.exists(out.resolve(file))) {
            assertThat(worker.isAlive()).as("the worker runs").isTrue();
            Thread.sleep(100);
          }
          assertThat(out.resolve(file)).hasSameBinaryContentAs(in.resolve(file));
        }
      } finally {
        worker.destroyForcibly().waitFor();
      }
      for (ConsumerRecord<byte[], byte[]> record : records(broker.bootstrapServers())) {
        EncodedRecord encoded = AvroMessage.of(EncodedRecord.class).fromBytes(record.value());
        assertThat(encoded.getEncodedLength()).isLessThan(encoded.getRawLength());
      }
    }
  }

  private Process worker(String servers, Path in, Path out) throws IOException {
    Path worker =
        write(
            "worker.properties",
            "bootstrap.servers=" + servers,
            "listeners=http://127.0.0.1:0",
            "plugin.path=" + Path.of("target", "connect").toAbsolutePath(),
            "offset.storage.file.filename=" + folder.resolve("offsets"),
            "offset.flush.interval.ms=1000",
            "key.converter=org.apache.kafka.connect.converters.ByteArrayConverter",
            "value.converter=" + ArdmConverter.class.getName(),
            "value.converter.ardm.model=none");
    Path source =
        write(
            "source.properties",
            "name=source",
            "connector.class=" + FolderSource.class.getName(),
            "tasks.max=1",
            "topic=" + TOPIC,
            "folder=" + in);
    Path sink =
        write(
            "sink.properties",
            "name=sink",
            "connector.class=" + FolderSink.class.getName(),
            "tasks.max=1",
            "topics=" + TOPIC,
            "folder=" + out);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPathOfConnect()));
    command.add(ConnectStandalone.class.getName());
    command.addAll(List.of(worker.toString(), source.toString(), sink.toString()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  /** All but the project: the worker has the converter from its folder of plugins. */
  private static String classPathOfConnect() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith(Path.of("target", "classes")))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("ardm-"))
        .collect(joining(File.pathSeparator));
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(String servers) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      while (records.size() < FILES.size()) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
