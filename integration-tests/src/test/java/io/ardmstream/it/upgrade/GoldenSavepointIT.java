package io.ardmstream.it.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.demo.LocalBroker;
import io.ardmstream.demo.LocalCluster;
import io.ardmstream.it.Topics;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.RateWindow;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Today's jobs go on from savepoints that earlier versions left. Each folder below {@code
 * savepoints} holds one of every job, taken when the first records were done.
 */
@Timeout(240)
class GoldenSavepointIT {

  private static final Path SAVEPOINTS = Path.of("src", "test", "resources", "savepoints");
  private static final AvroMessage<RateWindow> WINDOWS = AvroMessage.of(RateWindow.class);
  private static final int DONE = 8;
  private static final int ALL = 12;

  @TempDir private Path folder;
  private LocalBroker broker;
  private LocalCluster cluster;
  private Topics topics;
  private GoldenJobs jobs;

  static List<String> versions() throws Exception {
    try (Stream<Path> folders = Files.list(SAVEPOINTS)) {
      return folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList();
    }
  }

  @BeforeEach
  void start() throws Exception {
    broker = LocalBroker.start(folder);
    cluster = LocalCluster.start(folder, 1, 2);
    topics = new Topics(broker.bootstrapServers());
    jobs = new GoldenJobs(topics);
    jobs.createTopics();
  }

  @AfterEach
  void stop() throws Exception {
    cluster.close();
    broker.close();
  }

  @ParameterizedTest
  @MethodSource("versions")
  @DisplayName("what was done is not done again, and what was counted stays counted")
  void goesOn(String version) throws Exception {
    Path savepoints = SAVEPOINTS.resolve(version);
    topics.produce(GoldenJobs.raw(0, ALL));
    JobID compress = cluster.submit(jobs.compress(savepoints.resolve("compress").toString()));
    await(GoldenJobs.STATISTICS, ALL - DONE);
    cluster.cancel(compress);

    sendDone(GoldenJobs.ENCODED_COPY, number -> "key-" + number);
    copy(GoldenJobs.ENCODED, GoldenJobs.ENCODED_COPY);
    JobID replay = cluster.submit(jobs.replay(savepoints.resolve("replay").toString()));
    await(GoldenJobs.RESTORED, ALL - DONE);
    cluster.cancel(replay);

    sendDone(GoldenJobs.STATISTICS_COPY, number -> GoldenJobs.RAW);
    copy(GoldenJobs.STATISTICS, GoldenJobs.STATISTICS_COPY);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      JobID rates =
          cluster.submit(jobs.rates(savepoints.resolve("rates").toString(), url(postgres)));
      awaitTotals(ALL);
      cluster.cancel(rates);
    }
    assertThat(texts(topics.committed(GoldenJobs.RESTORED)))
        .containsExactlyInAnyOrderElementsOf(
            GoldenJobs.raw(DONE, ALL).stream().map(r -> text(r.key(), r.value())).toList());
    assertThat(topics.committed(GoldenJobs.LETTERS)).isEmpty();
  }

  @Test
  @EnabledIfSystemProperty(named = "savepoints.write", matches = ".+")
  @DisplayName("writes the savepoints of this version, see the README beside them")
  void write() throws Exception {
    Path savepoints = SAVEPOINTS.resolve(System.getProperty("savepoints.write"));
    topics.produce(GoldenJobs.raw(0, DONE));
    JobID compress = cluster.submit(jobs.compress(""));
    await(GoldenJobs.STATISTICS, DONE);
    stop(compress, savepoints.resolve("compress"));

    copy(GoldenJobs.ENCODED, GoldenJobs.ENCODED_COPY);
    JobID replay = cluster.submit(jobs.replay(""));
    await(GoldenJobs.RESTORED, DONE);
    stop(replay, savepoints.resolve("replay"));

    copy(GoldenJobs.STATISTICS, GoldenJobs.STATISTICS_COPY);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      JobID rates = cluster.submit(jobs.rates("", url(postgres)));
      awaitTotals(DONE);
      stop(rates, savepoints.resolve("rates"));
    }
  }

  /** A savepoint without an open transaction, which only this broker would know of. */
  private void stop(JobID job, Path target) throws Exception {
    Thread.sleep(2_000);
    Path savepoint = Path.of(URI.create(cluster.stopWithSavepoint(job, folder)));
    Files.createDirectories(target);
    Files.copy(savepoint.resolve("_metadata"), target.resolve("_metadata"));
    try (Stream<Path> files = Files.list(savepoint)) {
      assertThat(files).as("all state is small enough for the metadata").hasSize(1);
    }
  }

  /** In place of records that were done before the savepoint; whoever read them would refuse. */
  private void sendDone(String topic, IntFunction<String> key) throws Exception {
    topics.produce(
        IntStream.range(0, DONE)
            .mapToObj(i -> new ProducerRecord<>(topic, key.apply(i).getBytes(UTF_8), new byte[1]))
            .toList());
  }

  private void copy(String from, String to) throws Exception {
    topics.produce(
        topics.committed(from).stream()
            .map(r -> new ProducerRecord<>(to, null, r.timestamp(), r.key(), r.value()))
            .toList());
  }

  private void await(String topic, int records) throws InterruptedException {
    while (topics.committed(topic).size() < records) {
      Thread.sleep(100);
    }
  }

  /** Waits until the newest sums of the minute, the hour and the day count that many records. */
  private void awaitTotals(long records) throws Exception {
    Map<String, Long> totals = new HashMap<>();
    while (totals.size() < 3 || totals.values().stream().anyMatch(total -> total < records)) {
      Thread.sleep(100);
      for (ConsumerRecord<byte[], byte[]> record : topics.committed(GoldenJobs.TOTALS)) {
        totals.put(new String(record.key(), UTF_8), WINDOWS.fromBytes(record.value()).getRecords());
      }
    }
    assertThat(totals).hasSize(3).allSatisfy((key, total) -> assertThat(total).isEqualTo(records));
  }

  private static String url(EmbeddedPostgres postgres) {
    return postgres.getJdbcUrl("postgres", "postgres");
  }

  private static List<String> texts(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> text(record.key(), record.value())).toList();
  }

  private static String text(byte[] key, byte[] value) {
    return new String(key, UTF_8) + " " + Arrays.hashCode(value);
  }
}
