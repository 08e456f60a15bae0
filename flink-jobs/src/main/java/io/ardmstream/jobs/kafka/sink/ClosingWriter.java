package io.ardmstream.jobs.kafka.sink;

import io.ardmstream.schema.TopicRecord;
import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaWriterState;
import org.apache.flink.connector.kafka.sink.TwoPhaseCommittingStatefulSink.PrecommittingStatefulSinkWriter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A writer of the connector that closes its admin client too.
 *
 * <p>With pooled transaction names a writer looks for open transactions when it starts. Version
 * 5.0.0 of the connector never closes the client it does that with: a thread and all classes of the
 * job would stay in the TaskManager after every restart, until its metaspace is full.
 */
final class ClosingWriter
    implements PrecommittingStatefulSinkWriter<TopicRecord, KafkaWriterState, KafkaCommittable> {

  private static final Logger LOG = LoggerFactory.getLogger(ClosingWriter.class);

  private static final String FIELD = "adminClient";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final PrecommittingStatefulSinkWriter<TopicRecord, KafkaWriterState, KafkaCommittable>
      kafka;

  ClosingWriter(
      PrecommittingStatefulSinkWriter<TopicRecord, KafkaWriterState, KafkaCommittable> kafka) {
    this.kafka = kafka;
  }

  @Override
  public void write(TopicRecord record, Context context) throws IOException, InterruptedException {
    kafka.write(record, context);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException, InterruptedException {
    kafka.flush(endOfInput);
  }

  @Override
  public void writeWatermark(Watermark watermark) throws IOException, InterruptedException {
    kafka.writeWatermark(watermark);
  }

  @Override
  public Collection<KafkaCommittable> prepareCommit() throws IOException, InterruptedException {
    return kafka.prepareCommit();
  }

  @Override
  public List<KafkaWriterState> snapshotState(long checkpointId) throws IOException {
    return kafka.snapshotState(checkpointId);
  }

  /**
   * A writer gives up its open transaction when it is closed. Where the brokers do not answer, it
   * fails to, but an exception here would end the whole TaskManager; the next start of the job
   * gives the transaction up.
   */
  @Override
  public void close() throws Exception {
    try {
      kafka.close();
    } catch (KafkaException e) {
      LOG.warn("An open transaction is left to the next start of the job.", e);
    } finally {
      closeAdminClient();
    }
  }

  private void closeAdminClient() throws ReflectiveOperationException {
    Field field = kafka.getClass().getDeclaredField(FIELD);
    field.setAccessible(true);
    Admin client = (Admin) field.get(kafka);
    if (client != null) {
      client.close(PATIENCE);
    }
  }
}
