package io.ardmstream.jobs.compress;

import io.ardmstream.jobs.bundle.BundlingOperator;
import io.ardmstream.jobs.bundle.ModelChecks;
import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.config.ReportFormat;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.kafka.KafkaChecks;
import io.ardmstream.jobs.kafka.KafkaFacts;
import io.ardmstream.jobs.kafka.TopicSchemas;
import io.ardmstream.jobs.kafka.sink.TopicSink;
import io.ardmstream.jobs.kafka.source.TopicSource;
import io.ardmstream.jobs.run.JobEnvironment;
import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.jobs.run.LocalRun;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RawRecord;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Compresses topics.
 *
 * <pre>
 *                                                        ┌─▶ encoded topic
 *   input topics ──▶ source ──▶ compress (in bundles) ──▶ sink ─▶ statistics topic
 *                                                        └─▶ dead-letter topic
 * </pre>
 *
 * <p>All in one chain: a record stays in one thread from its topic to its transaction, and the
 * order of each partition is kept.
 */
public final class CompressJob {

  private CompressJob() {}

  /** Runs the job on the cluster it is submitted to, or in this process. */
  public static void main(String[] arguments) throws Exception {
    CompressConfig config = CompressConfig.of(Settings.fromArguments(List.of(arguments)));
    JobReport.print(prepare(config).execute(), ReportFormat.TEXT, System.out);
  }

  /**
   * Checks Kafka and the schema registry, and runs the job until it ends.
   *
   * @param checked told when nothing stands against the start any more
   * @param progress told every few seconds what the job has done so far
   * @throws io.ardmstream.jobs.config.ConfigurationException if Kafka or the schema registry does
   *     not allow what is asked
   */
  public static JobReport run(CompressConfig config, Runnable checked, Consumer<JobReport> progress)
      throws Exception {
    StreamExecutionEnvironment job = prepare(config);
    checked.run();
    return LocalRun.of(job, progress);
  }

  /**
   * Checks Kafka and the schema registry, and builds the job, ready to be executed.
   *
   * @throws io.ardmstream.jobs.config.ConfigurationException if Kafka or the schema registry does
   *     not allow what is asked
   */
  public static StreamExecutionEnvironment prepare(CompressConfig config) {
    ModelChecks.require(config.codec());
    KafkaFacts kafka =
        new KafkaChecks(
                config.input().topics(),
                config.outputTopics(),
                List.of(config.statisticsTopic(), config.destination().deadLetterTopic()),
                config.destination(),
                config.transaction())
            .require(config.kafka());
    requireGroups(config, kafka);
    WireFormat wire = schemas(config).agree(config.registry());
    CompressFunction compress = new CompressFunction(config, wire, kafka);
    StreamExecutionEnvironment environment = JobEnvironment.of(config.runtime());
    build(environment, config, compress, kafka);
    return environment;
  }

  /** Where Kafka deletes single records, those that lean on them could not be decoded any more. */
  private static void requireGroups(CompressConfig config, KafkaFacts kafka) {
    String topic = config.encodedTopic();
    if (config.groups().areWanted() && kafka.isCompacted(topic)) {
      throw new ConfigurationException(
          List.of(
              "group.records is %d, and the topic %s is compacted: Kafka would delete records that later ones lean on. Set group.records to 1, or run kafka-configs.sh --alter --topic %s --add-config cleanup.policy=delete"
                  .formatted(config.groups().records(), topic, topic)));
    }
  }

  private static TopicSchemas schemas(CompressConfig config) {
    List<String> inputs =
        config.parse().format() == InputFormat.AVRO ? config.input().topics() : List.of();
    return new TopicSchemas(
        TopicSchemas.all(inputs, RawRecord.getClassSchema()),
        Map.of(
            config.encodedTopic(), EncodedRecord.getClassSchema(),
            config.statisticsTopic(), RateStatistics.getClassSchema(),
            config.destination().deadLetterTopic(), DeadLetter.getClassSchema()));
  }

  private static void build(
      StreamExecutionEnvironment environment,
      CompressConfig config,
      CompressFunction compress,
      KafkaFacts kafka) {
    DataStream<TopicRecord> records =
        environment
            .fromSource(
                TopicSource.of(config.kafka(), config.input()),
                WatermarkStrategy.noWatermarks(),
                "source")
            .uid("source");
    records
        .transform(
            "compress",
            new AvroTypeInfo<>(TopicRecord.class),
            new BundlingOperator<>(compress, config.bundle()))
        .uid("compress")
        .sinkTo(
            TopicSink.of(
                config.kafka(),
                kafka.allowedTimes(config.outputTopics()),
                config.destination(),
                config.transaction(),
                "zstd"))
        .name("sink")
        .uid("sink");
  }
}
