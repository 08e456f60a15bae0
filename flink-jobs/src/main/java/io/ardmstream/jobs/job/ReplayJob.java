package io.ardmstream.jobs.job;

import io.ardmstream.jobs.config.ReplayConfig;
import io.ardmstream.jobs.config.ReplayTarget;
import io.ardmstream.jobs.operator.BundlingOperator;
import io.ardmstream.jobs.operator.ReplayFunction;
import io.ardmstream.jobs.sink.TopicSink;
import io.ardmstream.jobs.source.TopicSource;
import io.ardmstream.schema.TopicRecord;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Restores what the compress job wrote.
 *
 * <pre>
 *                                        ┌─▶ files
 *   encoded topics ──▶ source ──▶ replay (in bundles) ──▶ sink ─▶ output topic
 *                                                        └─▶ dead-letter topic
 * </pre>
 *
 * <p>When it only verifies, it writes nothing at all and its report names what failed.
 */
public final class ReplayJob {

  private ReplayJob() {}

  /** Runs the job on the cluster it is submitted to, or in this process. */
  public static void main(String[] arguments) throws Exception {
    ReplayConfig config = ReplayConfig.ofArguments(List.of(arguments));
    JobReport.print(prepare(config).execute(), config.report(), System.out);
  }

  /**
   * Checks Kafka and runs the job until it ends.
   *
   * @throws io.ardmstream.jobs.config.ConfigurationException if Kafka does not allow what is asked
   * @throws io.ardmstream.jobs.operator.ReplayStoppedException if it stopped at an unknown model,
   *     as it was told to
   */
  public static JobReport run(ReplayConfig config) throws Exception {
    return LocalRun.of(prepare(config));
  }

  /**
   * Checks Kafka and builds the job, ready to be executed.
   *
   * @throws io.ardmstream.jobs.config.ConfigurationException if Kafka does not allow what is asked
   */
  public static StreamExecutionEnvironment prepare(ReplayConfig config) {
    KafkaFacts kafka =
        new KafkaChecks(
                config.input().topics(),
                config.outputTopics(),
                List.of(config.destination().deadLetterTopic()),
                config.destination(),
                config.transaction())
            .require(config.kafka());
    boolean compacted =
        config.target() instanceof ReplayTarget.Topic topic && kafka.isCompacted(topic.name());
    StreamExecutionEnvironment environment = JobEnvironment.of(config.runtime());
    build(environment, config, compacted);
    return environment;
  }

  private static void build(
      StreamExecutionEnvironment environment, ReplayConfig config, boolean compacted) {
    environment
        .fromSource(
            TopicSource.paced(config.kafka(), config.input(), config.recordsPerSecond()),
            WatermarkStrategy.noWatermarks(),
            "source")
        .uid("source")
        .transform(
            "replay",
            new AvroTypeInfo<>(TopicRecord.class),
            new BundlingOperator<>(new ReplayFunction(config, compacted), config.bundle()))
        .uid("replay")
        .sinkTo(sink(config))
        .name("sink")
        .uid("sink");
  }

  private static Sink<TopicRecord> sink(ReplayConfig config) {
    if (config.target() instanceof ReplayTarget.Nowhere) {
      return new DiscardingSink<>();
    }
    return TopicSink.of(
        config.kafka(), config.outputTopics(), config.destination(), config.transaction());
  }
}
