package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.TopicRecord;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** An output that tells of each record that goes through it. */
final class NotedOutput implements ReaderOutput<TopicRecord> {
  private final ReaderOutput<TopicRecord> output;
  private final Consumer<TopicRecord> note;

  NotedOutput(ReaderOutput<TopicRecord> output, Consumer<TopicRecord> note) {
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
  public SourceOutput<TopicRecord> createOutputForSplit(String split) {
    return new OfSplit(output.createOutputForSplit(split), note);
  }

  @Override
  public void releaseOutputForSplit(String split) {
    output.releaseOutputForSplit(split);
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

  /** The part of one partition. */
  private record OfSplit(SourceOutput<TopicRecord> output, Consumer<TopicRecord> note)
      implements SourceOutput<TopicRecord> {

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
}
