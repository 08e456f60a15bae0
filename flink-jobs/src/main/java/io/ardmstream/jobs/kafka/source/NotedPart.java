package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.TopicRecord;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;

/** An output of one partition, or of all, that tells of each record that goes through it. */
class NotedPart implements SourceOutput<TopicRecord> {
  private final SourceOutput<TopicRecord> output;
  private final Consumer<TopicRecord> note;

  NotedPart(SourceOutput<TopicRecord> output, Consumer<TopicRecord> note) {
    this.output = output;
    this.note = note;
  }

  @Override
  public void collect(TopicRecord record) {
    output.collect(record);
    note.accept(record);
  }

  @Override
  public void collect(TopicRecord record, long timestamp) {
    output.collect(record, timestamp);
    note.accept(record);
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    output.emitWatermark(watermark);
  }

  @Override
  public void markIdle() {
    output.markIdle();
  }

  @Override
  public void markActive() {
    output.markActive();
  }
}
