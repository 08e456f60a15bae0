package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.compress.CompressJob;
import io.ardmstream.jobs.replay.ReplayJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** TaskManagers die in the middle of the work, and still every record is written exactly once. */
@ExtendWith(StreamingSystem.class)
class ExactlyOnceIT {

  private static final int RECORDS = 600;
  private static final int KILLS = 3;

  @Test
  @Timeout(300)
  @DisplayName(
      "compress and replay through the loss of TaskManagers: nothing lost, nothing doubled")
  void taskManagersDie(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = originals(streams.raw);
    streams.produce(originals.subList(0, RECORDS / 2));

    JobID compress =
        submit(
            streams,
            CompressJob.prepare(
                streams.compressConfig("input.stop", "never", "job.parallelism", "4")));
    killTaskManagers(streams, compress);
    streams.produce(originals.subList(RECORDS / 2, RECORDS));
    awaitRecords(streams, streams.encoded);
    streams.cluster.cancel(compress);

    JobID replay =
        submit(
            streams,
            ReplayJob.prepare(streams.replayConfig("input.stop", "never", "job.parallelism", "4")));
    killTaskManagers(streams, replay);
    awaitRecords(streams, streams.restored);
    streams.cluster.cancel(replay);

    Comparison.assertSame(originals, streams.committed(streams.encoded), false);
    assertThat(streams.committed(streams.statistics)).hasSize(RECORDS);
    assertThat(streams.committed(streams.letters)).isEmpty();
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
    assertInOrder(streams.committed(streams.encoded));
    assertInOrder(streams.committed(streams.restored));
  }

  private static JobID submit(Streams streams, StreamExecutionEnvironment job) throws Exception {
    return streams.cluster.submit(job);
  }

  /**
   * All slots are taken, so every loss hits the job, at moments that differ from run to run: a few
   * hundred milliseconds into each attempt.
   */
  private static void killTaskManagers(Streams streams, JobID job) throws Exception {
    Random moments = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      streams.cluster.awaitRunning(job);
      LockSupport.parkNanos((200 + moments.nextInt(800)) * 1_000_000L);
      streams.cluster.replaceTaskManager();
    }
  }

  private static void awaitRecords(Streams streams, String topic) {
    while (streams.committed(topic).size() < RECORDS) {
      LockSupport.parkNanos(300_000_000);
    }
  }

  /** The timestamp counts the records; those of a key keep their order. */
  private static void assertInOrder(List<ConsumerRecord<byte[], byte[]>> records) {
    for (int partition = 0; partition < 2; partition++) {
      int current = partition;
      List<Long> timestamps =
          records.stream()
              .filter(record -> record.partition() == current)
              .map(ConsumerRecord::timestamp)
              .toList();
      assertThat(timestamps).isNotEmpty().isSorted();
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> originals(String topic) {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      byte[] key = ("key-" + i % 7).getBytes(UTF_8);
      byte[] value = Media.gradient(16 + i % 9, 16, i);
      originals.add(new ProducerRecord<>(topic, null, 1_000L + i, key, value));
    }
    return originals;
  }
}
