package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.TopicRecord;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimitedSourceReader;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * Topics, read no faster than told. Its state is that of the source it slows down, so a savepoint
 * taken with a limit may be resumed with another or none.
 */
final class PacedSource extends EndingSource {

  private static final long serialVersionUID = 1L;

  private final int recordsPerSecond;

  /**
   * @param topics what is read
   * @param group told where the input has ended
   * @param recordsPerSecond at least 1; the subtasks share it evenly
   */
  PacedSource(KafkaSource<TopicRecord> topics, GroupEnd group, int recordsPerSecond) {
    super(topics, group);
    this.recordsPerSecond = recordsPerSecond;
  }

  @Override
  public SourceReader<TopicRecord, KafkaPartitionSplit> createReader(SourceReaderContext context)
      throws Exception {
    SourceReader<TopicRecord, KafkaPartitionSplit> reader = super.createReader(context);
    RateLimiterStrategy<KafkaPartitionSplit> pace = RateLimiterStrategy.perSecond(recordsPerSecond);
    return new RateLimitedSourceReader<>(
        reader,
        new CommittingRateLimiter(pace.createRateLimiter(context.currentParallelism()), reader));
  }
}
