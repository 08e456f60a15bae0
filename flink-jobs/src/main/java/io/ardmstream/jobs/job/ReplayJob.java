package io.ardmstream.jobs.job;

import io.ardmstream.jobs.config.ReplayConfig;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.operator.BundlingOperator;
import io.ardmstream.jobs.operator.ReplayFunction;
import io.ardmstream.jobs.sink.TopicSink;
import io.ardmstream.jobs.source.TopicSource;
import io.ardmstream.schema.TopicRecord;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Restores what the compress job wrote.
 *
 * <pre>
 *                                        ┌─▶ files
 *   encoded topics ──▶ source ──▶ replay (in bundles) ──▶ sink ─▶ output topic
 *                                                        └─▶ dead-letter topic
 * </pre>
 */
public final class ReplayJob {

  private ReplayJob() {}

  /** Runs the job on the cluster it is submitted to, or in this process. */
  public static void main(String[] arguments) throws Exception {
    ReplayConfig config = ReplayConfig.of(Settings.fromArguments(List.of(arguments)));
    JobReport.print(prepare(config).execute(), System.out);
  }

  /**
   * Checks Kafka and runs the job until it ends.
   *
   * @throws io.ardmstream.jobs.config.ConfigurationException if Kafka does not allow what is asked
   */
  public static JobReport run(ReplayConfig config) throws Exception {
    return JobReport.of(prepare(config).execute());
  }

  /**
   * Checks Kafka and builds the job, ready to be executed.
   *
   * @throws io.ardmstream.jobs.config.ConfigurationException if Kafka does not allow what is asked
   */
  public static StreamExecutionEnvironment prepare(ReplayConfig config) {
    new KafkaChecks(
            config.input().topics(),
            config.outputTopics(),
            config.destination(),
            config.transaction())
        .require(config.kafka());
    StreamExecutionEnvironment environment = JobEnvironment.of(config.runtime());
    build(environment, config);
    return environment;
  }

  private static void build(StreamExecutionEnvironment environment, ReplayConfig config) {
    environment
        .fromSource(
            TopicSource.of(config.kafka(), config.input()),
            WatermarkStrategy.noWatermarks(),
            "source")
        .uid("source")
        .transform(
            "replay",
            new AvroTypeInfo<>(TopicRecord.class),
            new BundlingOperator<>(new ReplayFunction(config), config.bundle()))
        .uid("replay")
        .sinkTo(
            TopicSink.of(
                config.kafka(), config.outputTopics(), config.destination(), config.transaction()))
        .name("sink")
        .uid("sink");
  }
}
