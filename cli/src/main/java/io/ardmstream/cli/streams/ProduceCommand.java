package io.ardmstream.cli.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.archive.PathText;
import io.ardmstream.cli.files.FileContent;
import io.ardmstream.cli.files.MediaFolder;
import io.ardmstream.cli.shell.ExitCode;
import io.ardmstream.cli.shell.Logging;
import io.ardmstream.cli.shell.Progress;
import io.ardmstream.jobs.kafka.StreamTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ardm produce}: files as records of a topic. */
@Command(
    name = "produce",
    mixinStandardHelpOptions = true,
    description = {
      "Send each file as a record. Its name is the key and the header \"name\": that of a file below a folder"
          + " begins with the name of the folder."
    })
public final class ProduceCommand implements Callable<Integer> {
  private static final String LARGEST_REQUEST = Integer.toString(1 << 30);
  private static final String BUFFER = Long.toString(64L << 20);
  private static final String TIMEOUT_MILLIS = "30000";
  private static final int MOST_IN_FLIGHT = 16;

  @Spec private CommandSpec spec;
  @Mixin private KafkaFlags kafka;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, or folders of files.")
  private List<Path> paths;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      defaultValue = "media",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  private String topic;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Logging.quiet();
    requireTopic();
    long bytes = 0;
    long records = 0;
    try (KafkaProducer<byte[], byte[]> producer = producer();
        Progress progress = Progress.of("produce", size())) {
      Queue<Future<RecordMetadata>> sent = new ArrayDeque<>();
      for (Path path : paths) {
        for (Path file : MediaFolder.filesUnder(List.of(path))) {
          ProducerRecord<byte[], byte[]> record = record(path, file);
          sent.add(producer.send(record));
          if (sent.size() >= MOST_IN_FLIGHT) {
            await(sent.remove(), file);
          }
          records++;
          bytes += record.value().length;
          progress.advance(record.value().length);
        }
      }
      for (Future<RecordMetadata> each : sent) {
        await(each, paths.get(paths.size() - 1));
      }
    } catch (KafkaException e) {
      throw new IOException("cannot write to the topic " + topic + ": " + reason(e), e);
    }
    spec.commandLine().getOut().printf("%d records, %,d bytes to %s%n", records, bytes, topic);
    spec.commandLine().getOut().flush();
    return ExitCode.OK.number();
  }

  /** A producer waits for a topic that does not exist, and says at last that it waited. */
  private void requireTopic() throws IOException, InterruptedException {
    Properties client = kafka.client();
    client.putIfAbsent("default.api.timeout.ms", TIMEOUT_MILLIS);
    try (Admin admin = Admin.create(client)) {
      admin.describeTopics(List.of(topic)).allTopicNames().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new IOException(
            "there is no topic %s: ./ardm topics %s makes it"
                .formatted(topic, StreamTopics.streamOf(topic)),
            e);
      }
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw new IOException(
            "cannot write to the topic %s: the brokers at %s do not answer (%s)"
                .formatted(
                    topic, client.getProperty("bootstrap.servers"), e.getCause().getMessage()),
            e);
      }
      // who may write but not look will hear from the producer
    } catch (KafkaException e) {
      throw new IOException("cannot write to the topic " + topic + ": " + reason(e), e);
    }
  }

  private static String reason(KafkaException e) {
    return (e.getCause() == null ? e : e.getCause()).getMessage();
  }

  private void await(Future<RecordMetadata> sent, Path file)
      throws IOException, InterruptedException {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IOException(
          "cannot write %s to the topic %s: %s".formatted(file, topic, e.getCause().getMessage()),
          e);
    }
  }

  private ProducerRecord<byte[], byte[]> record(Path given, Path file) throws IOException {
    // as in an archive: below a folder that is given, its own name comes first
    Path root = given.toAbsolutePath().normalize().getParent();
    Path below = root == null ? file : root.relativize(file.toAbsolutePath().normalize());
    byte[] name = PathText.of(below).getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, name, FileContent.of(file));
    record.headers().add("name", name);
    return record;
  }

  private long size() throws IOException {
    long size = 0;
    for (Path file : MediaFolder.filesUnder(paths)) {
      size += Files.size(file);
    }
    return size;
  }

  private KafkaProducer<byte[], byte[]> producer() throws IOException {
    Properties properties = new Properties();
    properties.setProperty("max.request.size", LARGEST_REQUEST);
    properties.setProperty("buffer.memory", BUFFER);
    properties.setProperty("max.block.ms", TIMEOUT_MILLIS);
    properties.putAll(kafka.client());
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
