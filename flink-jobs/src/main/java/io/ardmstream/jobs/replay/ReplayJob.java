package io.ardmstream.jobs.replay;

import io.ardmstream.jobs.bundle.BundlingOperator;
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
import io.ardmstream.schema.TopicRecord;
import java.util.List;
import java.util.function.Consumer;
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
   * Checks Kafka and the schema registry, and runs the job until it ends.
   *
   * @param checked told when nothing stands against the start any more
   * @param progress told every few seconds what the job has done so far
   * @throws io.ardmstream.jobs.config.ConfigurationException if Kafka or the schema registry does
   *     not allow what is asked
   * @throws io.ardmstream.jobs.run.ReplayStoppedException if it stopped at an unknown model, as it
   *     was told to
   */
  public static JobReport run(ReplayConfig config, Runnable checked, Consumer<JobReport> progress)
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
    ReplayFunction replay =
        new ReplayFunction(config, schemas(config).agree(config.registry()), compacted);
    StreamExecutionEnvironment environment = JobEnvironment.of(config.runtime());
    build(environment, config, replay, kafka);
    return environment;
  }

  /** Restored records are what their originals were, and nobody's schema. */
  private static TopicSchemas schemas(ReplayConfig config) {
    boolean writes = !(config.target() instanceof ReplayTarget.Nowhere);
    List<String> letters = writes ? List.of(config.destination().deadLetterTopic()) : List.of();
    return new TopicSchemas(
        TopicSchemas.all(config.input().topics(), EncodedRecord.getClassSchema()),
        TopicSchemas.all(letters, DeadLetter.getClassSchema()));
  }

  private static void build(
      StreamExecutionEnvironment environment,
      ReplayConfig config,
      ReplayFunction replay,
      KafkaFacts kafka) {
    environment
        .fromSource(
            TopicSource.paced(config.kafka(), config.input(), config.recordsPerSecond()),
            WatermarkStrategy.noWatermarks(),
            "source")
        .uid("source")
        .transform(
            "replay",
            new AvroTypeInfo<>(TopicRecord.class),
            new BundlingOperator<>(replay, config.bundle()))
        .uid("replay")
        .sinkTo(sink(config, kafka))
        .name("sink")
        .uid("sink");
  }

  private static Sink<TopicRecord> sink(ReplayConfig config, KafkaFacts kafka) {
    if (config.target() instanceof ReplayTarget.Nowhere) {
      return new DiscardingSink<>();
    }
    return TopicSink.of(
        config.kafka(),
        kafka.allowedTimes(config.outputTopics()),
        config.destination(),
        config.transaction(),
        "none");
  }
}
