package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.TopicRecord;
import java.util.function.Consumer;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** A reader's output, each part of which tells of its records. */
final class NotedOutput extends NotedPart implements ReaderOutput<TopicRecord> {
  private final ReaderOutput<TopicRecord> parts;
  private final Consumer<TopicRecord> note;

  NotedOutput(ReaderOutput<TopicRecord> output, Consumer<TopicRecord> note) {
    super(output, note);
    this.parts = output;
    this.note = note;
  }

  @Override
  public SourceOutput<TopicRecord> createOutputForSplit(String split) {
    return new NotedPart(parts.createOutputForSplit(split), note);
  }

  @Override
  public void releaseOutputForSplit(String split) {
    parts.releaseOutputForSplit(split);
  }
}
