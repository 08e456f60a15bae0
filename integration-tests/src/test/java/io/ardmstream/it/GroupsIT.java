package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.replay.ReplayJob;
import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records of a stream lean on each other, and each can be reached all the same. */
@ExtendWith(StreamingSystem.class)
class GroupsIT {
  private static final long TIMESTAMP = 1_767_225_600_000L;
  private static final int FRAMES = 20;

  @Test
  @DisplayName("frames of cameras become groups, and come back with keys, order and timestamps")
  void thereAndBack(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = cameras(streams.raw);
    streams.produce(originals);

    JobReport compressed = streams.compress("group.by", "key");
    JobReport replayed = streams.replay();

    assertThat(places(streams)).filteredOn(place -> place > 0).hasSizeGreaterThan(FRAMES);
    assertThat(replayed).isEqualTo(compressed);
    assertThat(compressed.tombstones()).isEqualTo(1);
    Comparison.assertSame(originals, streams.committed(streams.encoded), false);
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
    assertThat(timesByKey(streams.committed(streams.encoded)))
        .isEqualTo(timesByKey(streams.committed(streams.raw)));
    assertThat(streams.committed(streams.replayLetters)).isEmpty();
  }

  @Test
  @DisplayName("records without keys that lean on each other lie in one partition")
  void withoutKeys(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (int time = 0; time < FRAMES; time++) {
      originals.add(record(streams.raw, time % 2, null, time / 2, time % 2));
    }
    streams.produce(originals);

    streams.compress("group.by", "partition", "group.records", "4");
    streams.replay("bundle.records", "3");

    assertThat(places(streams)).contains(3).doesNotContain(4);
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName("a replay may begin at any offset: 50 by chance, in as many partitions")
  void fromAnyOffset(Streams streams) throws Exception {
    int partitions = 25;
    Topics topics = new Topics(streams.broker.bootstrapServers());
    String raw = streams.raw + ".many";
    String encoded = streams.encoded + ".many";
    topics.create(raw, partitions);
    topics.create(encoded, partitions);
    // What is sent before every partition has its leader may come in another order, and be refused.
    assertThat(topics.committed(raw)).isEmpty();
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (int time = 0; time < 9; time++) {
      for (int partition = 0; partition < partitions; partition++) {
        originals.add(record(raw, partition, null, time, partition));
      }
    }
    streams.produce(originals);
    streams.compress("input.topics", raw, "output.topic", encoded, "group.by", "partition");
    List<ConsumerRecord<byte[], byte[]>> written = streams.committed(encoded);
    long seed = System.nanoTime();
    Random random = new Random(seed);

    for (int round = 0; round < 2; round++) {
      String restored = streams.topic(streams.restored + round);
      Map<Integer, Long> starts = new HashMap<>();
      for (int partition = 0; partition < partitions; partition++) {
        starts.put(partition, (long) random.nextInt(10));
      }
      List<String> start = new ArrayList<>();
      starts.forEach((partition, offset) -> start.add(encoded + ":" + partition + "=" + offset));
      JobReport report =
          streams.replay(
              "input.topics", encoded,
              "output.topic", restored,
              "input.start", String.join(" ", start));

      List<String> wanted = new ArrayList<>();
      for (ConsumerRecord<byte[], byte[]> record : written) {
        if (record.offset() >= starts.get(record.partition())) {
          wanted.add(record.timestamp() + "");
        }
      }
      assertThat(report.deadLetters()).as("seed %d", seed).isZero();
      List<ProducerRecord<byte[], byte[]>> expected =
          originals.stream().filter(o -> wanted.contains(o.timestamp() + "")).toList();
      Comparison.assertSame(expected, streams.committed(restored), true);
    }
  }

  @Test
  @DisplayName("a replay may begin at an instant within a group")
  void fromAnInstant(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = oneCamera(streams.raw);
    streams.produce(originals);
    streams.compress();
    assertThat(places(streams)).contains(5);

    streams.replay("input.start", Instant.ofEpochMilli(TIMESTAMP + 5).toString());

    Comparison.assertSame(originals.subList(5, FRAMES), streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName("what leans on deleted records becomes dead letters that say which, and no other")
  void deletedRecords(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = oneCamera(streams.raw);
    streams.produce(originals);
    streams.compress();
    List<ConsumerRecord<byte[], byte[]>> written = streams.committed(streams.encoded);
    int cut = 0;
    while (GroupPlaces.of(written.get(cut)).orElse(0) != 3) {
      cut++;
    }
    ConsumerRecord<byte[], byte[]> first = written.get(cut);
    delete(streams, first);
    int lost = 0;
    while (GroupPlaces.of(written.get(cut + lost)).orElse(0) > 0) {
      lost++;
    }

    JobReport report = streams.replay();

    assertThat(report.deadLetters()).isEqualTo(lost);
    Comparison.assertSame(
        originals.subList(cut + lost, FRAMES), streams.committed(streams.restored), true);
    AvroMessage<DeadLetter> letters = AvroMessage.of(DeadLetter.class);
    DeadLetter letter = letters.fromBytes(streams.committed(streams.replayLetters).get(0).value());
    assertThat(letter.getMessage())
        .contains("leans on the 3 before it in its group", "record 3 of the group")
        .contains("between the offsets %d and %d".formatted(first.offset(), first.offset()));
  }

  @Test
  @DisplayName("a replay that loses a TaskManager within groups counts and restores each once")
  void restartsWithinGroups(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (int time = 0; time < 100; time++) {
      originals.add(record(streams.raw, time % 2, null, time / 2, time % 2));
    }
    streams.produce(originals);
    JobReport compressed = streams.compress("group.by", "partition");

    JobID job =
        streams.cluster.submit(
            ReplayJob.prepare(
                streams.replayConfig("input.max-records-per-second", "40", "bundle.records", "5")));
    streams.cluster.awaitRunning(job);
    Thread.sleep(1000);
    streams.cluster.replaceTaskManager();
    JobReport replayed = JobReport.of(streams.cluster.resultOf(job));

    assertThat(replayed).isEqualTo(compressed);
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName("a compacted topic takes no groups, and the message says what to do")
  void compactedTopicsAreRefused(Streams streams) throws Exception {
    streams.compact(streams.encoded);
    assertThatThrownBy(streams::compress)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Set group.records to 1")
        .hasMessageContaining(streams.encoded);
  }

  private static List<ProducerRecord<byte[], byte[]>> oneCamera(String topic) {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (int time = 0; time < FRAMES; time++) {
      originals.add(record(topic, 0, "camera", time, 0));
    }
    return originals;
  }

  /** Frames of three cameras in turns, and a tombstone of one among them. */
  private static List<ProducerRecord<byte[], byte[]>> cameras(String topic) {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (int time = 0; time < FRAMES; time++) {
      for (int camera = 0; camera < 3; camera++) {
        originals.add(record(topic, camera % 2, "camera-" + camera, time, camera));
      }
    }
    byte[] key = "camera-1".getBytes(UTF_8);
    originals.add(31, new ProducerRecord<>(topic, 1, TIMESTAMP, key, (byte[]) null));
    return originals;
  }

  /** Timestamps are unique. */
  private static ProducerRecord<byte[], byte[]> record(
      String topic, int partition, String key, int time, int scene) {
    return new ProducerRecord<>(
        topic,
        partition,
        TIMESTAMP + time + 1000L * scene,
        key == null ? null : key.getBytes(UTF_8),
        Media.frame(70, 60, scene, time));
  }

  private static List<Integer> places(Streams streams) {
    return streams.committed(streams.encoded).stream()
        .map(GroupPlaces::of)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Map<String, List<Long>> timesByKey(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, List<Long>> times = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      String key = new String(record.key(), UTF_8);
      times.computeIfAbsent(key, unseen -> new ArrayList<>()).add(record.timestamp());
    }
    return times;
  }

  /** Deletes all before a record of its partition. */
  private static void delete(Streams streams, ConsumerRecord<byte[], byte[]> first)
      throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", streams.broker.bootstrapServers()))) {
      TopicPartition partition = new TopicPartition(first.topic(), first.partition());
      admin
          .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(first.offset())))
          .all()
          .get();
    }
  }
}
