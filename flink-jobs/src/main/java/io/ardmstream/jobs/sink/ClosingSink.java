package io.ardmstream.jobs.sink;

import io.ardmstream.schema.TopicRecord;
import java.io.IOException;
import java.util.Collection;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.SupportsPostCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The connector's sink, with writers that leave nothing behind: see {@link ClosingWriter}. */
final class ClosingSink
    implements TwoPhaseCommittingStatefulSink<TopicRecord, KafkaWriterState, KafkaCommittable>,
        SupportsPostCommitTopology<KafkaCommittable> {

  private static final long serialVersionUID = 1L;

  private final KafkaSink<TopicRecord> kafka;

  ClosingSink(KafkaSink<TopicRecord> kafka) {
    this.kafka = kafka;
  }

  @Override
  public ClosingWriter createWriter(WriterInitContext context) throws IOException {
    return new ClosingWriter(sink().createWriter(context));
  }

  @Override
  public ClosingWriter restoreWriter(WriterInitContext context, Collection<KafkaWriterState> states)
      throws IOException {
    return new ClosingWriter(sink().restoreWriter(context, states));
  }

  @Override
  public SimpleVersionedSerializer<KafkaWriterState> getWriterStateSerializer() {
    return kafka.getWriterStateSerializer();
  }

  @Override
  public Committer<KafkaCommittable> createCommitter(CommitterInitContext context) {
    return kafka.createCommitter(context);
  }

  @Override
  public SimpleVersionedSerializer<KafkaCommittable> getCommittableSerializer() {
    return kafka.getCommittableSerializer();
  }

  @Override
  public void addPostCommitTopology(DataStream<CommittableMessage<KafkaCommittable>> committed) {
    kafka.addPostCommitTopology(committed);
  }

  /** The class of its writers is not public. */
  private TwoPhaseCommittingStatefulSink<TopicRecord, KafkaWriterState, KafkaCommittable> sink() {
    return kafka;
  }
}
