package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.TopicRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads partitions, those of a checkpoint too, to the latest record or without end.
 *
 * <p>Version 5.0.0 of the connector commits the offsets of a checkpoint some time later, and never
 * if it is closed before. Where the input has ended, this reader tells the consumer group where
 * that was after the connector is closed, so that the next job reads no record again.
 */
final class EndingReader implements SourceReader<TopicRecord, KafkaPartitionSplit> {
  private final SourceReader<TopicRecord, KafkaPartitionSplit> reader;
  private final boolean ending;
  private final Consumer<Map<TopicPartition, Long>> group;
  private final ReadPositions positions = new ReadPositions();
  private boolean ended;

  /**
   * @param group told once, at the end, the next offset of each partition
   */
  EndingReader(
      SourceReader<TopicRecord, KafkaPartitionSplit> reader,
      boolean ending,
      Consumer<Map<TopicPartition, Long>> group) {
    this.reader = reader;
    this.ending = ending;
    this.group = group;
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
    splits.forEach(positions::begin);
    reader.addSplits(splits.stream().map(this::ended).toList());
  }

  private KafkaPartitionSplit ended(KafkaPartitionSplit split) {
    if (split.getStoppingOffset().isPresent() == ending) {
      return split;
    }
    return new KafkaPartitionSplit(
        split.getTopicPartition(),
        split.getStartingOffset(),
        ending ? KafkaPartitionSplit.LATEST_OFFSET : KafkaPartitionSplit.NO_STOPPING_OFFSET);
  }

  @Override
  public void start() {
    reader.start();
  }

  @Override
  public InputStatus pollNext(ReaderOutput<TopicRecord> output) throws Exception {
    if (!ending) {
      return reader.pollNext(output);
    }
    InputStatus status = reader.pollNext(new NotedOutput(output, positions::read));
    ended = status == InputStatus.END_OF_INPUT;
    return status;
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
    if (ending) {
      positions.snapshot(checkpoint);
    }
    return reader.snapshotState(checkpoint);
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return reader.isAvailable();
  }

  @Override
  public void notifyNoMoreSplits() {
    reader.notifyNoMoreSplits();
  }

  @Override
  public void handleSourceEvents(SourceEvent event) {
    reader.handleSourceEvents(event);
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    positions.complete(checkpoint);
    reader.notifyCheckpointComplete(checkpoint);
  }

  @Override
  public void notifyCheckpointAborted(long checkpoint) throws Exception {
    reader.notifyCheckpointAborted(checkpoint);
  }

  @Override
  public void pauseOrResumeSplits(Collection<String> pause, Collection<String> resume) {
    reader.pauseOrResumeSplits(pause, resume);
  }

  @Override
  public void close() throws Exception {
    reader.close();
    if (ended && !positions.completed().isEmpty()) {
      group.accept(positions.completed());
    }
  }
}
