package io.ardmstream.jobs.rates;

import io.ardmstream.jobs.bundle.Counts;
import io.ardmstream.jobs.bundle.DeadLetters;
import io.ardmstream.jobs.bundle.LetterCounts;
import io.ardmstream.jobs.bundle.Refusal;
import io.ardmstream.jobs.kafka.DestinationSettings;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.ErrorClass;
import io.ardmstream.schema.FailedStep;
import io.ardmstream.schema.MalformedMessageException;
import io.ardmstream.schema.MessageReader;
import io.ardmstream.schema.PlausibleStatistics;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.formats.avro.typeutils.AvroTypeInfo;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Reads statistics. Each record gives a window of one record for every length of window; what is no
 * RateStatistics becomes a dead letter. Tombstones count nothing.
 */
public final class StatisticsReader extends ProcessFunction<TopicRecord, RateWindow> {

  /** Where the dead letters leave. */
  public static final OutputTag<TopicRecord> LETTERS =
      new OutputTag<>("letters", new AvroTypeInfo<>(TopicRecord.class));

  private static final long serialVersionUID = 1L;

  private final String job;
  private final WireFormat wire;
  private final DestinationSettings destination;
  private transient MessageReader<RateStatistics> messages;
  private transient DeadLetters letters;
  private transient Counts.Count read;
  private transient LetterCounts refused;

  /**
   * Takes what dead letters need.
   *
   * @param job name of the job
   * @param wire form of Avro values
   * @param destination topic and size of the letters
   */
  public StatisticsReader(String job, WireFormat wire, DestinationSettings destination) {
    this.job = job;
    this.wire = wire;
    this.destination = destination;
  }

  @Override
  public void open(OpenContext context) {
    messages = new PlausibleStatistics(wire.reader(RateStatistics.class));
    letters = new DeadLetters(job, wire, destination);
    Counts counts = new Counts(getRuntimeContext());
    read = counts.of("records");
    refused = new LetterCounts(counts);
  }

  @Override
  public void processElement(TopicRecord record, Context context, Collector<RateWindow> out) {
    if (record.getValue() == null) {
      return;
    }
    try {
      RateStatistics statistics = messages.fromBytes(ByteFields.toArray(record.getValue()));
      StatisticsWindows.of(statistics, record.getTimestamp()).forEach(out::collect);
      read.add(1);
    } catch (MalformedMessageException e) {
      Refusal refusal =
          new Refusal(
              FailedStep.PARSE,
              ErrorClass.UNSUPPORTED_INPUT,
              "The value is no usable RateStatistics: " + e.getMessage());
      refused.add(record, refusal);
      letters.of(record, refusal).forEach(letter -> context.output(LETTERS, letter));
    }
  }
}
