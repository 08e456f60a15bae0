package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.ardmstream.demo.LocalCluster;
import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.rates.RatesJob;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.yaml.snakeyaml.Yaml;

/**
 * The jobs compress and rates at work, with the metrics settings of {@code docker/compose.yaml}, a
 * PostgreSQL that they fill and a Prometheus that asks them.
 */
final class WatchedSystem implements AutoCloseable {

  private static final Path DOCKER = Path.of("..", "docker");

  final Prometheus prometheus;
  private final EmbeddedPostgres postgres;
  private final LocalCluster cluster;
  private final Streams streams;

  private WatchedSystem(
      Prometheus prometheus, EmbeddedPostgres postgres, LocalCluster cluster, Streams streams) {
    this.prometheus = prometheus;
    this.postgres = postgres;
    this.cluster = cluster;
    this.streams = streams;
  }

  /** Starts everything and sends media in two goes, so that counters are seen to rise. */
  static WatchedSystem start(Path directory, Streams streams) throws Exception {
    int port = ServerProcess.freePort();
    Path data = Files.createDirectory(directory.resolve("prometheus"));
    WatchedSystem system =
        new WatchedSystem(
            Prometheus.start(data, "127.0.0.1:" + port),
            EmbeddedPostgres.start(),
            LocalCluster.start(directory, 1, 2, reporter(port)),
            streams);
    system.run();
    return system;
  }

  /** A connection of Grafana's role, made as the composition makes it. */
  Connection reader() throws Exception {
    try (Connection owner = postgres.getPostgresDatabase().getConnection();
        Statement statement = owner.createStatement()) {
      String script = Files.readString(DOCKER.resolve("postgres/reader.sh"));
      String create = script.substring(script.indexOf("create role"), script.indexOf(';') + 1);
      statement.execute("drop role if exists reader");
      statement.execute(create.replace(":'password'", "'secret'"));
    }
    return postgres.getDatabase("reader", "postgres").getConnection();
  }

  @Override
  public void close() throws Exception {
    prometheus.close();
    cluster.close();
    postgres.close();
  }

  private void run() throws Exception {
    String url = postgres.getJdbcUrl("postgres", "postgres");
    String[] alone = {"job.parallelism", "1", "input.stop", "never"};
    cluster.submit(CompressJob.prepare(streams.compressConfig(alone)));
    String rates = streams.topic(streams.statistics + ".rates");
    cluster.submit(RatesJob.prepare(streams.ratesConfig(rates, url, alone)));
    sendMedia();
    for (JsonNode seen = null; seen == null || seen.isEmpty(); ) {
      Thread.sleep(200);
      seen = prometheus.query("flink_taskmanager_job_task_operator_ardm_model_records_total > 0");
    }
    sendMedia();
  }

  /** Something for a model, something for the classic coder, and something that is refused. */
  private void sendMedia() throws Exception {
    List<ProducerRecord<byte[], byte[]>> records =
        Stream.of(
                Samples.named("images/dragonfly-on-lavender.ppm"),
                Samples.named("audio/speech-bed.wav"),
                Media.gradient(64, 64, 0),
                "no media".getBytes(UTF_8))
            .map(value -> new ProducerRecord<byte[], byte[]>(streams.raw, value))
            .toList();
    streams.produce(records);
  }

  private static Map<String, String> reporter(int port) throws Exception {
    Map<String, Object> compose = new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml")));
    String settings = ((Map<?, ?>) compose.get("x-compress")).get("FLINK_PROPERTIES").toString();
    Map<String, String> reporter = new HashMap<>();
    settings
        .lines()
        .filter(line -> line.startsWith("metrics."))
        .map(line -> line.split(": "))
        .forEach(pair -> reporter.put(pair[0], pair[1]));
    reporter.put("metrics.reporter.prom.port", Integer.toString(port));
    return reporter;
  }
}
