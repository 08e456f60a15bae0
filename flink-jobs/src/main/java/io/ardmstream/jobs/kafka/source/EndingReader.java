package io.ardmstream.jobs.kafka.source;

import io.ardmstream.schema.TopicRecord;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;

/** Reads partitions, those of a checkpoint too, to the latest record or without end. */
final class EndingReader implements SourceReader<TopicRecord, KafkaPartitionSplit> {
  private final SourceReader<TopicRecord, KafkaPartitionSplit> reader;
  private final boolean ending;

  EndingReader(SourceReader<TopicRecord, KafkaPartitionSplit> reader, boolean ending) {
    this.reader = reader;
    this.ending = ending;
  }

  @Override
  public void addSplits(List<KafkaPartitionSplit> splits) {
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
    return reader.pollNext(output);
  }

  @Override
  public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
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
  }
}
