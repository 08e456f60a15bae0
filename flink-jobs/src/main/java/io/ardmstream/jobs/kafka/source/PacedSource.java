package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.TopicRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;

/**
 * Topics, read no faster than told. Its state is that of the source it slows down, so a savepoint
 * taken with a limit may be resumed with another or none.
 */
final class PacedSource
    implements Source<TopicRecord, KafkaPartitionSplit, KafkaSourceEnumState>,
        ResultTypeQueryable<TopicRecord>,
        LineageVertexProvider {

  private static final long serialVersionUID = 1L;

  private final EndingSource topics;
  private final int recordsPerSecond;

  /**
   * @param topics what is read
   * @param recordsPerSecond at least 1; the subtasks share it evenly
   */
  PacedSource(EndingSource topics, int recordsPerSecond) {
    this.topics = topics;
    this.recordsPerSecond = recordsPerSecond;
  }

  @Override
  public TypeInformation<TopicRecord> getProducedType() {
    return topics.getProducedType();
  }

  @Override
  public Boundedness getBoundedness() {
    return topics.getBoundedness();
  }

  @Override
  public SourceReader<TopicRecord, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    SourceReader<TopicRecord, KafkaPartitionSplit> reader = topics.createReader(context);
    RateLimiterStrategy<KafkaPartitionSplit> pace = RateLimiterStrategy.perSecond(recordsPerSecond);
    return new RateLimitedSourceReader<>(
        reader,
        new CommittingRateLimiter(pace.createRateLimiter(context.currentParallelism()), reader));
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context) {
    return topics.createEnumerator(context);
  }

  @Override
  public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
      SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState checkpoint)
      throws Exception {
    return topics.restoreEnumerator(context, checkpoint);
  }

  @Override
  public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
    return topics.getSplitSerializer();
  }

  @Override
  public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
    return topics.getEnumeratorCheckpointSerializer();
  }

  @Override
  public LineageVertex getLineageVertex() {
    return topics.getLineageVertex();
  }
}
