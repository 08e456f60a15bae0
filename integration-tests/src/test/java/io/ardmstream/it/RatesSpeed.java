package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.rates.RatesConfig;
import io.ardmstream.jobs.rates.RatesJob;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RawRecord;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measures the rates job. No test, so it runs only when it is named; BENCHMARKS.md says how. */
@ExtendWith(StreamingSystem.class)
class RatesSpeed {

  private static final int STATISTICS = 100_000;
  private static final int PICTURES = 300;
  private static final long PAUSE_NANOS = 200_000_000;
  private static final double PERCENTILE = 0.99;

  /** From the start of the job until all sums of a full topic are in the database. */
  @Test
  void rowsPerSecond(Streams streams) throws Exception {
    AvroMessage<RateStatistics> messages = AvroMessage.of(RateStatistics.class);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < STATISTICS; i++) {
      RateStatistics one =
          RateStatistics.newBuilder()
              .setStream("stream-" + i % 100)
              .setMedia(MediaKind.IMAGE)
              .setEventTime(Instant.ofEpochMilli(1_700_000_000_000L + i * 600L))
              .setRawBytes(100)
              .setEncodedBytes(50)
              .setSamples(100)
              .build();
      byte[] key = one.getStream().getBytes(UTF_8);
      records.add(new ProducerRecord<>(streams.statistics, key, messages.toBytes(one)));
    }
    streams.produce(records);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection database = postgres.getPostgresDatabase().getConnection()) {
      RatesConfig config = config(streams, postgres);
      long start = System.nanoTime();
      JobID job = streams.cluster.submit(RatesJob.prepare(config));
      while (number(database, "select coalesce(sum(records), 0)") < 3 * STATISTICS) {
        LockSupport.parkNanos(50_000_000);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      long rows = number(database, "select count(*)");
      System.out.printf(
          "%d statistics to %d rows in %.1f s: %.0f statistics, %.0f rows a second%n",
          STATISTICS, rows, seconds, STATISTICS / seconds, rows / seconds);
      streams.cluster.cancel(job);
    }
  }

  /** From the moment when a record was encoded until its row can be seen, with the defaults. */
  @Test
  void lag(Streams streams) throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection database = postgres.getPostgresDatabase().getConnection()) {
      JobID rates = streams.cluster.submit(RatesJob.prepare(config(streams, postgres)));
      JobID compress =
          streams.cluster.submit(
              CompressJob.prepare(
                  streams.compressConfig(
                      "job.checkpoint-interval",
                      null,
                      "input.stop",
                      "never",
                      "input.format",
                      "avro",
                      "job.parallelism",
                      "1")));
      Map<String, Long> seen = new HashMap<>();
      AvroMessage<RawRecord> messages = AvroMessage.of(RawRecord.class);
      long next = System.nanoTime();
      for (int sent = 0; seen.size() < PICTURES; ) {
        if (sent < PICTURES && System.nanoTime() >= next) {
          streams.produce(List.of(picture(streams.raw, sent++, messages)));
          next += PAUSE_NANOS;
        }
        look(database, seen);
      }
      long[] lags = lags(streams, seen);
      System.out.printf(
          "lag of %d records: median %.1f s, p99 %.1f s%n",
          lags.length, lags[lags.length / 2] / 1e3, lags[(int) (PERCENTILE * lags.length)] / 1e3);
      streams.cluster.cancel(compress);
      streams.cluster.cancel(rates);
    }
  }

  private static RatesConfig config(Streams streams, EmbeddedPostgres postgres) {
    return streams.ratesConfig(
        streams.topic(streams.statistics + ".rates"),
        postgres.getJdbcUrl("postgres", "postgres"),
        "job.checkpoint-interval",
        null,
        "job.checkpoint-directory",
        Path.of("target", "rates-speed").toUri().toString(),
        "windows.delay",
        null,
        "job.parallelism",
        "1");
  }

  /** Every picture is a stream of its own, so that it has rows of its own. */
  private static ProducerRecord<byte[], byte[]> picture(
      String topic, int number, AvroMessage<RawRecord> messages) {
    RawRecord record =
        RawRecord.newBuilder()
            .setStream(Integer.toString(number))
            .setPayload(ByteBuffer.wrap(Media.gradient(32, 32, number)))
            .build();
    return new ProducerRecord<>(topic, messages.toBytes(record));
  }

  private static void look(Connection database, Map<String, Long> seen) throws Exception {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select stream from ardm.rate_window where window_seconds = 60")) {
      long now = System.currentTimeMillis();
      while (row.next()) {
        seen.putIfAbsent(row.getString(1), now);
      }
    }
    LockSupport.parkNanos(20_000_000);
  }

  private static long[] lags(Streams streams, Map<String, Long> seen) throws Exception {
    AvroMessage<RateStatistics> messages = AvroMessage.of(RateStatistics.class);
    List<Long> lags = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : streams.committed(streams.statistics)) {
      RateStatistics one = messages.fromBytes(record.value());
      lags.add(seen.get(one.getStream()) - one.getEncodedAt().toEpochMilli());
    }
    return lags.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static long number(Connection database, String select) throws Exception {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(select + " from ardm.rate_window")) {
      row.next();
      return row.getLong(1);
    }
  }
}
