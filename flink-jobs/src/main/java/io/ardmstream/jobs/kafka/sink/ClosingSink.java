package io.ardmstream.jobs.kafka.sink;

import io.ardmstream.jobs.kafka.TopicDataset;
import io.ardmstream.schema.TopicRecord;
import java.io.IOException;
import java.util.Collection;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
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
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;
import org.apache.kafka.clients.admin.Admin;

/**
 * The connector's sink, with writers that leave nothing behind: see {@link ClosingWriter}.
 *
 * <p>A writer that fails while it starts cannot be closed by anybody, so it is only started when
 * the brokers answer. Otherwise a job that keeps trying while they are away would fill the
 * TaskManager.
 */
final class ClosingSink
    implements TwoPhaseCommittingStatefulSink<TopicRecord, KafkaWriterState, KafkaCommittable>,
        SupportsPostCommitTopology<KafkaCommittable>,
        LineageVertexProvider {

  private static final long serialVersionUID = 1L;

  private final KafkaSink<TopicRecord> kafka;
  private final Properties client;

  /**
   * @param kafka does the work
   * @param client how to reach the brokers
   */
  ClosingSink(KafkaSink<TopicRecord> kafka, Properties client) {
    this.kafka = kafka;
    this.client = client;
  }

  @Override
  public ClosingWriter createWriter(WriterInitContext context) throws IOException {
    requireBrokers();
    return new ClosingWriter(sink().createWriter(context));
  }

  @Override
  public ClosingWriter restoreWriter(WriterInitContext context, Collection<KafkaWriterState> states)
      throws IOException {
    requireBrokers();
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

  @Override
  public LineageVertex getLineageVertex() {
    return () -> TopicDataset.each(kafka.getLineageVertex());
  }

  private void requireBrokers() throws IOException {
    try (Admin admin = Admin.create(client)) {
      admin.describeCluster().nodes().get();
    } catch (ExecutionException e) {
      throw new IOException("the brokers do not answer; the job will try again", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the brokers", e);
    }
  }

  /** The class of its writers is not public. */
  private TwoPhaseCommittingStatefulSink<TopicRecord, KafkaWriterState, KafkaCommittable> sink() {
    return kafka;
  }
}
