package io.ardmstream.jobs.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.TopicRecord;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the consumer group is told, by a connector that tells it nothing. */
class EndingReaderTest {
  private static final TopicPartition FIRST = new TopicPartition("media", 0);
  private static final TopicPartition SECOND = new TopicPartition("media", 1);

  private final List<Map<TopicPartition, Long>> told = new ArrayList<>();
  private final List<TopicRecord> collected = new ArrayList<>();

  @Test
  @DisplayName("at the end the group is told what the last complete checkpoint had read")
  void tellsTheEnd() throws Exception {
    EndingReader reader = reader(true);
    reader.addSplits(
        List.of(
            new KafkaPartitionSplit(FIRST, KafkaPartitionSplit.COMMITTED_OFFSET),
            new KafkaPartitionSplit(SECOND, 5)));
    poll(reader);
    reader.snapshotState(1);
    reader.notifyCheckpointComplete(1);
    assertThat(poll(reader)).isEqualTo(InputStatus.MORE_AVAILABLE);
    assertThat(poll(reader)).isEqualTo(InputStatus.END_OF_INPUT);
    reader.snapshotState(2);
    reader.notifyCheckpointComplete(2);
    assertThat(told).isEmpty();
    reader.close();

    assertThat(told).containsExactly(Map.of(FIRST, 2L, SECOND, 5L));
    assertThat(collected).hasSize(2);
  }

  @Test
  @DisplayName("what is in no complete checkpoint is not told, nor is anything before the end")
  void tellsNothingUnsafe() throws Exception {
    EndingReader unsafe = reader(true);
    while (poll(unsafe) != InputStatus.END_OF_INPUT) {
      // to the end
    }
    unsafe.snapshotState(1);
    unsafe.close();
    EndingReader early = reader(true);
    poll(early);
    early.snapshotState(1);
    early.notifyCheckpointComplete(1);
    early.close();
    EndingReader endless = reader(false);
    poll(endless);
    endless.snapshotState(1);
    endless.notifyCheckpointComplete(1);
    endless.close();

    assertThat(told).isEmpty();
  }

  private EndingReader reader(boolean ending) {
    return new EndingReader(twoRecords(), ending, told::add);
  }

  private InputStatus poll(EndingReader reader) throws Exception {
    return reader.pollNext(collecting());
  }

  /** A reader of two records of the first partition. */
  @SuppressWarnings("unchecked")
  private static SourceReader<TopicRecord, KafkaPartitionSplit> twoRecords() {
    int[] read = {0};
    return (SourceReader<TopicRecord, KafkaPartitionSplit>)
        Proxy.newProxyInstance(
            EndingReaderTest.class.getClassLoader(),
            new Class<?>[] {SourceReader.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("snapshotState")) {
                return List.of();
              }
              if (!method.getName().equals("pollNext")) {
                return null;
              }
              if (read[0] == 2) {
                return InputStatus.END_OF_INPUT;
              }
              ReaderOutput<TopicRecord> output = (ReaderOutput<TopicRecord>) arguments[0];
              SourceOutput<TopicRecord> part = output.createOutputForSplit("media-0");
              part.collect(record(read[0]++), 0);
              return InputStatus.MORE_AVAILABLE;
            });
  }

  private static TopicRecord record(int offset) {
    return new TopicRecord("media", 0, (long) offset, 0L, null, List.of(), null);
  }

  /** An output whose parts are the output itself. */
  @SuppressWarnings("unchecked")
  private ReaderOutput<TopicRecord> collecting() {
    return (ReaderOutput<TopicRecord>)
        Proxy.newProxyInstance(
            EndingReaderTest.class.getClassLoader(),
            new Class<?>[] {ReaderOutput.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("collect")) {
                collected.add((TopicRecord) arguments[0]);
              }
              return method.getName().equals("createOutputForSplit") ? proxy : null;
            });
  }
}
