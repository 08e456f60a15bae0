package io.ardmstream.jobs.rates;

import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.kafka.KafkaChecks;
import io.ardmstream.jobs.kafka.KafkaFacts;
import io.ardmstream.jobs.kafka.TopicSchemas;
import io.ardmstream.jobs.kafka.sink.TopicSink;
import io.ardmstream.jobs.kafka.source.TopicSource;
import io.ardmstream.jobs.run.JobEnvironment;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Adds up the statistics of the compress job over windows of event time.
 *
 * <pre>
 *                                             ┌─▶ PostgreSQL
 *   statistics ──▶ source ──▶ read ──▶ totals ──▶ sink ─▶ rates topic
 *                              └───────────────────┘   └─▶ dead-letter topic
 * </pre>
 *
 * <p>Whole sums are written, never differences, so writing again after a failure corrects rather
 * than doubles.
 */
public final class RatesJob {

  private static final TypeInformation<RateWindow> WINDOWS = new AvroTypeInfo<>(RateWindow.class);
  private static final TypeInformation<WindowUpdate> UPDATES =
      TypeInformation.of(WindowUpdate.class);
  private static final TypeInformation<TopicRecord> RECORDS = new AvroTypeInfo<>(TopicRecord.class);

  private RatesJob() {}

  /** Runs the job on the cluster it is submitted to, or in this process. */
  public static void main(String[] arguments) throws Exception {
    prepare(RatesConfig.of(Settings.fromArguments(List.of(arguments)))).execute();
  }

  /**
   * Checks Kafka and the schema registry, prepares the tables and builds the job, ready to be
   * executed.
   *
   * @throws io.ardmstream.jobs.config.ConfigurationException if Kafka, the schema registry or
   *     PostgreSQL does not allow what is asked
   */
  public static StreamExecutionEnvironment prepare(RatesConfig config) {
    KafkaFacts kafka =
        new KafkaChecks(
                config.input().topics(),
                config.outputTopics(),
                List.of(config.destination().deadLetterTopic()),
                config.destination(),
                config.transaction())
            .require(config.kafka());
    WireFormat wire = schemas(config).agree(config.registry());
    RateDatabase.migrate(config.database());
    StreamExecutionEnvironment environment = JobEnvironment.of(config.runtime());
    build(environment, config, wire, kafka);
    return environment;
  }

  private static TopicSchemas schemas(RatesConfig config) {
    return new TopicSchemas(
        TopicSchemas.all(config.input().topics(), RateStatistics.getClassSchema()),
        Map.of(
            config.ratesTopic(), RateWindow.getClassSchema(),
            config.destination().deadLetterTopic(), DeadLetter.getClassSchema()));
  }

  private static void build(
      StreamExecutionEnvironment environment,
      RatesConfig config,
      WireFormat wire,
      KafkaFacts kafka) {
    SingleOutputStreamOperator<RateWindow> read =
        environment
            .fromSource(
                TopicSource.of(config.kafka(), config.input()),
                WatermarkStrategy.noWatermarks(),
                "source")
            .uid("source")
            .process(
                new StatisticsReader(config.runtime().name(), wire, config.destination()), WINDOWS)
            .name("read")
            .uid("read");
    WindowTotals sums =
        new WindowTotals(config.windows(), config.database(), UUID.randomUUID().toString());
    SingleOutputStreamOperator<WindowUpdate> totals =
        read.keyBy(new WindowKey(), Types.STRING)
            .process(sums, UPDATES)
            .name("totals")
            .uid("totals");
    totals.sinkTo(new DatabaseSink(config.database())).name("database").uid("database");
    totals
        .flatMap(new WindowMessages(wire, config.ratesTopic()), RECORDS)
        .name("messages")
        .uid("messages")
        .union(read.getSideOutput(StatisticsReader.LETTERS))
        .sinkTo(
            TopicSink.of(
                config.kafka(),
                kafka.allowedTimes(config.outputTopics()),
                config.destination(),
                config.transaction(),
                "none"))
        .name("sink")
        .uid("sink");
  }
}
