package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ardmstream.jobs.rates.RatesJob;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.BlockCounts;
import io.ardmstream.schema.MediaKind;
import io.ardmstream.schema.ModelReference;
import io.ardmstream.schema.RateStatistics;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sums in the database are those of the statistics topic, whatever happens in between. */
@ExtendWith(StreamingSystem.class)
class RatesIT {

  private static final int RECORDS = 4000;
  private static final AvroMessage<RateStatistics> STATISTICS =
      AvroMessage.of(RateStatistics.class);
  private static final List<String> LENGTHS = List.of("60", "3600", "86400");

  /** What is compared, for one length of window, stream and model. */
  private record Sums(long records, long samples, long raw, long encoded, long ardm, double ideal) {
    Sums plus(Sums o) {
      return new Sums(
          records + o.records,
          samples + o.samples,
          raw + o.raw,
          encoded + o.encoded,
          ardm + o.ardm,
          ideal + o.ideal);
    }
  }

  @Test
  @Timeout(400)
  @DisplayName(
      "TaskManagers die, records come years late and to forgotten windows, garbage comes: exact")
  void sumsThroughFailures(Streams streams) throws Exception {
    String rates = streams.topic(streams.statistics + ".rates");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection database = postgres.getPostgresDatabase().getConnection()) {
      List<ProducerRecord<byte[], byte[]>> records = statistics(streams.statistics);
      streams.produce(records.subList(0, RECORDS / 2));
      JobID job =
          streams.cluster.submit(
              RatesJob.prepare(
                  streams.ratesConfig(
                      rates,
                      postgres.getJdbcUrl("postgres", "postgres"),
                      "job.parallelism",
                      "4",
                      "windows.keep",
                      "1 s")));
      for (int kill = 0; kill < 2; kill++) {
        streams.cluster.awaitRunning(job);
        LockSupport.parkNanos(700_000_000L);
        streams.cluster.replaceTaskManager();
      }
      int forgotten = awaitForgotten(database);
      streams.produce(records.subList(RECORDS / 2, RECORDS * 3 / 4));
      LockSupport.parkNanos(700_000_000L);
      streams.cluster.replaceTaskManager();
      streams.produce(records.subList(RECORDS * 3 / 4, RECORDS));
      List<byte[]> unusable = unusable();
      for (byte[] value : unusable) {
        streams.produce(List.of(new ProducerRecord<>(streams.statistics, value)));
      }
      Map<String, Sums> expected = expected(streams.committed(streams.statistics));
      while (!expected.equals(sums(database))
          || streams.committed(streams.letters).size() < unusable.size()) {
        LockSupport.parkNanos(200_000_000L);
      }
      streams.cluster.cancel(job);

      assertThat(expected).hasSize(3 * 6);
      assertThat(forgotten).isPositive();
      assertThat(sums(database)).isEqualTo(expected);
      assertThat(streams.committed(streams.letters)).hasSize(unusable.size());
      assertSameAnswers(streams, postgres.getJdbcUrl("postgres", "postgres"), expected);
    }
  }

  /** Waits until windows of a day were forgotten, which the records still to come belong to. */
  private static int awaitForgotten(Connection database) throws SQLException {
    int forgotten = 0;
    while (forgotten == 0) {
      LockSupport.parkNanos(200_000_000L);
      try (Statement statement = database.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select count(*) from ardm.rate_window where window_seconds = 86400"
                      + " and base is not null")) {
        row.next();
        forgotten = row.getInt(1);
      }
    }
    return forgotten;
  }

  /** {@code ardm rates} says the same, whether it asks the database or the topic. */
  private static void assertSameAnswers(Streams streams, String url, Map<String, Sums> expected)
      throws Exception {
    String[] database = {"--database.url", url, "--database.user", "postgres"};
    String servers = streams.broker.bootstrapServers();
    String[] topic = {
      "--statistics-topic", streams.statistics, "--kafka.bootstrap-servers", servers
    };

    JsonNode stored = ardmRates(database, "--json", "--per", "hour");
    JsonNode told = ardmRates(topic, "--json", "--per", "hour");
    assertThat(stored.get("rates")).isEqualTo(told.get("rates"));
    assertThat(stored.get("total")).isEqualTo(told.get("total"));
    assertThat(stored.get("left_out").asInt()).isZero();
    assertThat(told.get("left_out").asInt()).isEqualTo(unusable().size());
    assertThat(stored.get("rates").size()).isGreaterThan(expected.size() / LENGTHS.size());

    JsonNode always = ardmRates(topic, "--json");
    assertThat(always.get("rates")).hasSize(expected.size() / LENGTHS.size());
    for (JsonNode each : always.get("rates")) {
      String key = each.get("stream").asText() + " " + each.get("model_digest").asText();
      assertThat(sums(each)).isEqualTo(expected.get("86400 " + key));
    }
    assertThat(sums(stored.get("total"))).isEqualTo(sums(always.get("total")));

    JsonNode late =
        ardmRates(database, "--json", "--until", "2023-01-01T00:00:00Z", "--stream", "stream-1");
    assertThat(late.at("/total/records").asInt()).isEqualTo(RECORDS / 30);
  }

  /** No statistics at all, and such as would spoil every sum. */
  private static List<byte[]> unusable() {
    RateStatistics.Builder one = RateStatistics.newBuilder().setStream("stream-0");
    return List.of(
        "no statistics".getBytes(UTF_8),
        STATISTICS.toBytes(one.setIdealBits(Double.NaN).build()),
        STATISTICS.toBytes(one.setIdealBits(Double.POSITIVE_INFINITY).build()),
        STATISTICS.toBytes(one.setIdealBits(0).setRawBytes(-1).build()));
  }

  private static JsonNode ardmRates(String[] source, String... how) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("rates"));
    arguments.addAll(List.of(source));
    arguments.addAll(List.of(how));
    ArdmProcess run = ArdmProcess.run(arguments);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  private static Sums sums(JsonNode answer) {
    return new Sums(
        answer.get("records").asLong(),
        answer.get("samples").asLong(),
        answer.get("raw_bytes").asLong(),
        answer.get("encoded_bytes").asLong(),
        answer.at("/blocks/ardm").asLong(),
        answer.get("ideal_bits").asDouble());
  }

  /** Every number is a small multiple of a power of two, so that sums are exact in any order. */
  private static List<ProducerRecord<byte[], byte[]>> statistics(String topic) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      long late = i % 10 == 0 ? 100_000_000_000L : 0;
      RateStatistics message =
          RateStatistics.newBuilder()
              .setStream("stream-" + i % 3)
              .setModel(i % 2 == 0 ? null : new ModelReference("m", 1, "abc"))
              .setMedia(MediaKind.IMAGE)
              .setEventTime(Instant.ofEpochMilli(1_700_000_000_000L + i * 997L - late))
              .setSamples(100 + i)
              .setRawBytes(200 + i)
              .setEncodedBytes(50 + i % 7)
              .setBlocks(new BlockCounts(1L, 2L, 0L, 0L))
              .setIdealBits(i / 4.0)
              .setStageBits(List.of(1.0, 2.5))
              .build();
      byte[] key = message.getStream().getBytes(UTF_8);
      records.add(new ProducerRecord<>(topic, key, STATISTICS.toBytes(message)));
    }
    return records;
  }

  private static Map<String, Sums> expected(List<ConsumerRecord<byte[], byte[]>> topic)
      throws Exception {
    Map<String, Sums> sums = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : topic) {
      if (record.key() != null) {
        RateStatistics one = STATISTICS.fromBytes(record.value());
        String digest = one.getModel() == null ? "" : one.getModel().getDigest();
        Sums each =
            new Sums(
                1,
                one.getSamples(),
                one.getRawBytes(),
                one.getEncodedBytes(),
                one.getBlocks().getArdm(),
                one.getIdealBits());
        for (String length : LENGTHS) {
          sums.merge(length + " " + one.getStream() + " " + digest, each, Sums::plus);
        }
      }
    }
    return sums;
  }

  private static Map<String, Sums> sums(Connection database) throws SQLException {
    Map<String, Sums> sums = new TreeMap<>();
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select window_seconds || ' ' || stream || ' ' || model_digest, sum(records),"
                    + " sum(samples), sum(raw_bytes), sum(encoded_bytes), sum(blocks_ardm),"
                    + " sum(ideal_bits) from ardm.rate_window group by 1")) {
      while (row.next()) {
        sums.put(
            row.getString(1),
            new Sums(
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getDouble(7)));
      }
    }
    return sums;
  }
}
