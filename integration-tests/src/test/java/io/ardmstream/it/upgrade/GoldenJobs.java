package io.ardmstream.it.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ardmstream.it.Media;
import io.ardmstream.it.Topics;
import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.rates.RatesConfig;
import io.ardmstream.jobs.rates.RatesJob;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayJob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The jobs on topics whose names, and records whose offsets, are the same in every run: savepoints
 * hold both.
 *
 * <pre>
 *   raw ─ compress ─▶ encoded ──┄copied┄──▶ encoded-copy ─ replay ─▶ restored
 *              └────▶ statistics ─┄copied┄─▶ statistics-copy ─ rates ─▶ totals
 * </pre>
 *
 * <p>Replay and rates read copies, because offsets of transactional topics depend on the moments of
 * their checkpoints.
 *
 * @param topics of the broker
 */
record GoldenJobs(Topics topics) {

  static final String RAW = "golden.raw";
  static final String ENCODED = "golden.encoded";
  static final String STATISTICS = "golden.statistics";
  static final String ENCODED_COPY = "golden.encoded-copy";
  static final String STATISTICS_COPY = "golden.statistics-copy";
  static final String RESTORED = "golden.restored";
  static final String TOTALS = "golden.totals";
  static final String LETTERS = "golden.letters";

  private static final int PARTITIONS = 2;

  void createTopics() throws Exception {
    for (String topic :
        List.of(
            RAW, ENCODED, STATISTICS, ENCODED_COPY, STATISTICS_COPY, RESTORED, TOTALS, LETTERS)) {
      topics.create(topic, PARTITIONS);
    }
  }

  /** Records of the raw topic. */
  static List<ProducerRecord<byte[], byte[]>> raw(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            number ->
                new ProducerRecord<>(
                    RAW,
                    null,
                    1_767_225_600_000L + number,
                    ("key-" + number).getBytes(UTF_8),
                    Media.gradient(16, 16, number)))
        .toList();
  }

  /**
   * The compress job.
   *
   * @param savepoint where it goes on from; empty for a new job
   */
  StreamExecutionEnvironment compress(String savepoint) {
    Map<String, String> settings = settings("compress", RAW, savepoint);
    settings.put("output.topic", ENCODED);
    settings.put("output.statistics-topic", STATISTICS);
    // windows of rates are told apart by model, and the preferred one changes
    settings.put("codec.image-model", "none");
    settings.put("codec.audio-model", "none");
    return CompressJob.prepare(CompressConfig.of(new Settings(settings)));
  }

  /** The replay job, see {@link #compress}. */
  StreamExecutionEnvironment replay(String savepoint) {
    Map<String, String> settings = settings("replay", ENCODED_COPY, savepoint);
    settings.put("input.stop", "never");
    settings.put("output.topic", RESTORED);
    return ReplayJob.prepare(ReplayConfig.of(new Settings(settings)));
  }

  /** The rates job, see {@link #compress}. */
  StreamExecutionEnvironment rates(String savepoint, String database) {
    Map<String, String> settings = settings("rates", STATISTICS_COPY, savepoint);
    settings.put("output.topic", TOTALS);
    settings.put("windows.delay", "50 ms");
    settings.put("database.url", database);
    settings.put("database.user", "postgres");
    return RatesJob.prepare(RatesConfig.of(new Settings(settings)));
  }

  private Map<String, String> settings(String job, String input, String savepoint) {
    Map<String, String> settings = new HashMap<>();
    settings.put("job.name", "golden." + job);
    settings.put("job.parallelism", "2");
    settings.put("job.checkpoint-interval", "300 ms");
    settings.put("kafka.bootstrap-servers", topics.bootstrapServers());
    settings.put("input.topics", input);
    settings.put("input.start", "earliest");
    settings.put("output.dead-letter-topic", LETTERS);
    if (!savepoint.isEmpty()) {
      settings.put("flink.execution.state-recovery.path", savepoint);
    }
    return settings;
  }
}
