package io.ardmstream.jobs.kafka.source;

import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiter;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * A rate limiter that also tells the reader of completed checkpoints: Flink's rate-limited reader
 * tells its limiter alone, and without word the offsets of the group would never be committed.
 */
final class CommittingRateLimiter implements RateLimiter<KafkaPartitionSplit> {

  private final RateLimiter<KafkaPartitionSplit> limiter;
  private final CheckpointListener reader;

  CommittingRateLimiter(RateLimiter<KafkaPartitionSplit> limiter, CheckpointListener reader) {
    this.limiter = limiter;
    this.reader = reader;
  }

  @Override
  public CompletionStage<Void> acquire(int records) {
    return limiter.acquire(records);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    try {
      reader.notifyCheckpointComplete(checkpoint);
    } catch (Exception e) {
      throw new FlinkRuntimeException("cannot commit the offsets of the consumer group", e);
    }
  }
}
