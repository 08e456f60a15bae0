package io.ardmstream.jobs.rates;

import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.MessageWriter;
import io.ardmstream.schema.RateWindow;
import io.ardmstream.schema.TopicRecord;
import io.ardmstream.schema.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Windows as records of a topic that may be compacted: the last record of a key counts. */
public final class WindowMessages extends RichFlatMapFunction<WindowUpdate, TopicRecord> {

  private static final long serialVersionUID = 1L;

  private final WireFormat wire;
  private final String topic;
  private transient MessageWriter<RateWindow> messages;

  /**
   * Makes records.
   *
   * @param wire form of the values
   * @param topic where they go
   */
  public WindowMessages(WireFormat wire, String topic) {
    this.wire = wire;
    this.topic = topic;
  }

  @Override
  public void open(OpenContext context) {
    messages = wire.writer(RateWindow.class, topic);
  }

  /**
   * Without a timestamp: Kafka would delete an old window that has just been told again. A window
   * that is forgotten was told before.
   */
  @Override
  public void flatMap(WindowUpdate update, Collector<TopicRecord> out) {
    if (update.isClosed()) {
      return;
    }
    RateWindow window = update.sums();
    out.collect(
        new TopicRecord(
            topic,
            -1,
            -1L,
            -1L,
            ByteFields.of(WindowKey.of(window).getBytes(StandardCharsets.UTF_8)),
            List.of(),
            ByteFields.of(messages.toBytes(window))));
  }
}
