package io.ardmstream.it;

import io.ardmstream.demo.LocalBroker;
import io.ardmstream.demo.LocalCluster;
import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.rates.RatesConfig;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayJob;
import io.ardmstream.jobs.run.JobReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The topics and jobs of one test. */
final class Streams {

  final LocalBroker broker;
  final LocalCluster cluster;
  final String raw;
  final String encoded;
  final String statistics;
  final String letters;
  final String restored;
  final String replayLetters;

  private final int mostBytes;

  Streams(LocalBroker broker, LocalCluster cluster, String test) {
    this(broker, cluster, test, LocalBroker.MAX_RECORD_BYTES);
  }

  /** Topics that take records of so many bytes, as the broker has to as well. */
  Streams(LocalBroker broker, LocalCluster cluster, String test, int mostBytes) {
    this.broker = broker;
    this.cluster = cluster;
    this.mostBytes = mostBytes;
    this.raw = topic(test + ".raw");
    this.encoded = topic(test + ".encoded");
    this.statistics = topic(test + ".statistics");
    this.letters = topic(test + ".letters");
    this.restored = topic(test + ".restored");
    this.replayLetters = topic(test + ".replay-letters");
  }

  /** Retention goes by the timestamps of records, and tests like old ones. */
  String topic(String name) {
    String largest = Integer.toString(mostBytes);
    broker.createTopic(name, 2, Map.of("max.message.bytes", largest, "retention.ms", "-1"));
    return name;
  }

  /** Lets Kafka keep only the latest record of each key of a topic. */
  void compact(String topic) throws Exception {
    topics().set(topic, "cleanup.policy", "compact");
  }

  /** Lets a topic take records dated at any time, however far ahead. */
  void takeAnyTime(String topic) throws Exception {
    topics().set(topic, "message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
  }

  /** Has a topic refuse records that are more than an hour old. */
  void takeOnlyYoung(String topic) throws Exception {
    topics().set(topic, "message.timestamp.before.max.ms", "3600000");
  }

  /** Compresses what the raw topic holds now. */
  JobReport compress(String... overrides) throws Exception {
    return JobReport.of(cluster.run(CompressJob.prepare(compressConfig(overrides))));
  }

  /** Replays what the encoded topic holds now. */
  JobReport replay(String... overrides) throws Exception {
    return JobReport.of(cluster.run(ReplayJob.prepare(replayConfig(overrides))));
  }

  CompressConfig compressConfig(String... overrides) {
    Map<String, String> settings = common(raw, letters);
    settings.put("output.topic", encoded);
    settings.put("output.statistics-topic", statistics);
    settings.put("input.stop", "latest");
    return CompressConfig.of(with(settings, overrides));
  }

  ReplayConfig replayConfig(String... overrides) {
    Map<String, String> settings = common(encoded, replayLetters);
    settings.put("output.topic", restored);
    return ReplayConfig.of(with(settings, overrides));
  }

  /** Adds up what comes on the statistics topic. */
  RatesConfig ratesConfig(String ratesTopic, String databaseUrl, String... overrides) {
    Map<String, String> settings = common(statistics, letters);
    settings.put("output.topic", ratesTopic);
    settings.put("database.url", databaseUrl);
    settings.put("database.user", "postgres");
    settings.put("windows.delay", "50 ms");
    return RatesConfig.of(with(settings, overrides));
  }

  private Map<String, String> common(String input, String deadLetters) {
    Map<String, String> settings = new HashMap<>();
    settings.put("job.name", input);
    settings.put("job.parallelism", "2");
    settings.put("job.checkpoint-interval", "300 ms");
    settings.put("flink.restart-strategy.type", "fixed-delay");
    settings.put("flink.restart-strategy.fixed-delay.attempts", "50");
    settings.put("flink.restart-strategy.fixed-delay.delay", "50 ms");
    settings.put("kafka.bootstrap-servers", broker.bootstrapServers());
    settings.put("input.topics", input);
    settings.put("output.dead-letter-topic", deadLetters);
    return settings;
  }

  private static Settings with(Map<String, String> settings, String... overrides) {
    for (int i = 0; i < overrides.length; i += 2) {
      if (overrides[i + 1] == null) {
        settings.remove(overrides[i]);
      } else {
        settings.put(overrides[i], overrides[i + 1]);
      }
    }
    return new Settings(settings);
  }

  void produce(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    topics().produce(records);
  }

  /** Every committed record of a topic, by partition and offset. */
  List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    return topics().committed(topic);
  }

  private Topics topics() {
    return new Topics(broker.bootstrapServers(), mostBytes);
  }
}
