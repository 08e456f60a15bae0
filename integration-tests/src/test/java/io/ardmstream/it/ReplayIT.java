package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Source;
import io.ardmstream.jobs.replay.ReplayJob;
import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.ModelReference;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a replay may be told, against a real broker. */
@ExtendWith(StreamingSystem.class)
class ReplayIT {

  private static final long TIMESTAMP = 1_767_225_600_000L;
  private static final int RECORDS = 8;
  private static final AvroMessage<EncodedRecord> ENCODED = AvroMessage.of(EncodedRecord.class);

  @Test
  @DisplayName("from an instant: the records that are not older, though transactions ended since")
  void fromAnInstant(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = originals(streams.raw, RECORDS);
    for (int half = 0; half < RECORDS; half += RECORDS / 2) {
      streams.produce(originals.subList(half, half + RECORDS / 2));
      streams.compress();
    }

    streams.replay("input.start", Instant.ofEpochMilli(TIMESTAMP + 5).toString());

    Comparison.assertSame(originals.subList(5, RECORDS), streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName("from offsets: partitions that are not named begin with their first record")
  void fromOffsets(Streams streams) throws Exception {
    compressed(streams, RECORDS);
    List<Long> expected =
        streams.committed(streams.encoded).stream()
            .filter(record -> record.partition() != 1 || record.offset() >= 2)
            .map(ConsumerRecord::timestamp)
            .toList();

    streams.replay("input.start", streams.encoded + ":1=2");

    assertThat(expected).hasSize(RECORDS - 2);
    assertThat(streams.committed(streams.restored))
        .extracting(ConsumerRecord::timestamp)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @DisplayName("from where a consumer group stopped, for which a second replay finds nothing new")
  void fromAConsumerGroup(Streams streams) throws Exception {
    compressed(streams, RECORDS);
    String group = streams.encoded + "-readers";
    commit(streams, group, Map.of(0, 1L, 1, 3L));

    JobReport first = streams.replay("input.start", "committed", "input.group", group);
    JobReport second =
        streams.replay("input.start", "committed", "input.group", group, "job.name", "second");

    assertThat(first.records()).isEqualTo(RECORDS - 4);
    assertThat(second.records()).isZero();
  }

  @Test
  @DisplayName("a rate limit holds, and the group's offsets are committed all the same")
  void rateLimit(Streams streams) throws Exception {
    compressed(streams, 30);
    String group = streams.encoded + "-slow";
    long start = System.nanoTime();

    JobReport report =
        streams.replay(
            "input.max-records-per-second", "10", "job.parallelism", "1", "input.group", group);

    assertThat((System.nanoTime() - start) / 1e9).isGreaterThan(2.8);
    assertThat(report.records()).isEqualTo(30);
    assertNearlyCommitted(streams, group);
  }

  @Test
  @DisplayName("the report has the checksum of compress, also when a TaskManager is lost halfway")
  void theReportCountsEveryRecordOnce(Streams streams) throws Exception {
    streams.produce(originals(streams.raw, 300));
    JobReport compressed = streams.compress();

    JobID job =
        streams.cluster.submit(
            ReplayJob.prepare(
                streams.replayConfig(
                    "input.max-records-per-second", "150", "job.parallelism", "4")));
    streams.cluster.awaitRunning(job);
    Thread.sleep(1000);
    streams.cluster.replaceTaskManager();
    JobReport replayed = JobReport.of(streams.cluster.resultOf(job));

    assertThat(compressed.records()).isEqualTo(300);
    assertThat(compressed.checksum()).isNotZero();
    assertThat(replayed).isEqualTo(compressed);
  }

  @Test
  @DisplayName(
      "--verify-only writes nothing, and tells what is damaged and which models are missing")
  void verifyOnly(Streams streams) throws Exception {
    byte[] good = container(Codec.builder().build(), Media.gradient(64, 48, 0));
    byte[] damaged = good.clone();
    damaged[good.length / 2] ^= 1;
    byte[] unknown = unknown();
    streams.produce(
        List.of(
            encoded(streams, good, null),
            encoded(streams, damaged, null),
            encoded(streams, unknown, new ModelReference("memory", 3, "55".repeat(32))),
            encoded(streams, unknown, new ModelReference("memory", 3, "55".repeat(32)))));

    JobReport report =
        streams.replay(
            "verify-only", "true", "output.topic", null, "output.dead-letter-topic", null);

    assertThat(report.records()).isEqualTo(1);
    assertThat(report.deadLetters()).isEqualTo(3);
    assertThat(report.missing())
        .containsExactly(Map.entry("model memory version 3, digest " + "55".repeat(32), 2L));
    assertThat(report.failures().keySet())
        .hasSize(3)
        .allMatch(failure -> failure.startsWith(streams.encoded + "-"))
        .anyMatch(failure -> failure.contains("CORRUPT_DATA"));
    assertThat(streams.committed(streams.restored)).isEmpty();
    assertThat(streams.committed(streams.replayLetters)).isEmpty();
  }

  @Test
  @DisplayName("the command line reports as JSON and says by its exit code that a model is missing")
  void commandLine(Streams streams) throws Exception {
    streams.produce(
        List.of(
            encoded(streams, container(Codec.builder().build(), Media.noise(9, 9, 1)), null),
            encoded(streams, unknown(), null)));

    ArdmProcess verified =
        ArdmProcess.run(
            List.of(
                "replay",
                "--json",
                "--verify-only",
                "--kafka.bootstrap-servers=" + streams.broker.bootstrapServers(),
                "--input.topics=" + streams.encoded));
    ArdmProcess stopped =
        ArdmProcess.run(
            List.of(
                "replay",
                "--on-unknown-model=stop",
                "--kafka.bootstrap-servers=" + streams.broker.bootstrapServers(),
                "--input.topics=" + streams.encoded,
                "--output.topic=" + streams.restored,
                "--output.dead-letter-topic=" + streams.replayLetters));

    JsonNode report = new ObjectMapper().readTree(verified.out());
    assertThat(verified.exitCode()).as(verified.err()).isEqualTo(5);
    assertThat(report.get("records").asLong()).isEqualTo(1);
    assertThat(report.get("checksum").asText()).hasSize(16);
    assertThat(report.at("/missing/0/what").asText()).contains("5555555555");
    assertThat(report.get("failures")).hasSize(1);
    assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(5);
    assertThat(stopped.err()).contains("as on-unknown-model says", "5555555555");
  }

  private static List<ProducerRecord<byte[], byte[]>> compressed(Streams streams, int records)
      throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = originals(streams.raw, records);
    streams.produce(originals);
    streams.compress();
    return originals;
  }

  /** Timestamps count the records; half of the keys belong to each of the two partitions. */
  private static List<ProducerRecord<byte[], byte[]>> originals(String topic, int records) {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      byte[] key = (i % 2 == 0 ? "key-0" : "key-1").getBytes(UTF_8);
      originals.add(
          new ProducerRecord<>(topic, null, TIMESTAMP + i, key, Media.gradient(16, 16 + i % 9, i)));
    }
    return originals;
  }

  private static ProducerRecord<byte[], byte[]> encoded(
      Streams streams, byte[] container, ModelReference model) {
    EncodedRecord.Builder record =
        EncodedRecord.newBuilder().setPayload(ByteBuffer.wrap(container));
    return new ProducerRecord<>(streams.encoded, ENCODED.toBytes(record.setModel(model).build()));
  }

  /** A container of a model that is nowhere but here. */
  private static byte[] unknown() {
    ModelRegistry elsewhere = ModelRegistry.of(new MemoryModel());
    return container(
        Codec.builder().models(elsewhere).imageModel("memory").build(), Media.noise(64, 48, 3));
  }

  private static byte[] container(Codec codec, byte[] media) {
    try (codec) {
      return codec.encode(List.of(Source.of(media))).get(0).orThrow().container();
    }
  }

  private static void commit(Streams streams, String group, Map<Integer, Long> offsets)
      throws Exception {
    Map<TopicPartition, OffsetAndMetadata> byPartition = new HashMap<>();
    offsets.forEach(
        (partition, offset) ->
            byPartition.put(
                new TopicPartition(streams.encoded, partition), new OffsetAndMetadata(offset)));
    try (Admin admin = admin(streams)) {
      admin.alterConsumerGroupOffsets(group, byPartition).all().get();
    }
  }

  /** The source commits when checkpoints complete; whether after the very last one is chance. */
  private static void assertNearlyCommitted(Streams streams, String group) throws Exception {
    Map<TopicPartition, Long> ends = ends(streams);
    assertThat(committedOffsets(streams, group))
        .hasSameSizeAs(ends)
        .allSatisfy((partition, offset) -> assertThat(offset).isBetween(1L, ends.get(partition)));
  }

  private static Map<TopicPartition, Long> committedOffsets(Streams streams, String group)
      throws Exception {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    try (Admin admin = admin(streams)) {
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
    }
    return offsets;
  }

  private static Map<TopicPartition, Long> ends(Streams streams) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    streams
        .committed(streams.encoded)
        .forEach(
            record ->
                ends.merge(
                    new TopicPartition(record.topic(), record.partition()),
                    record.offset() + 1,
                    Math::max));
    return ends;
  }

  private static Admin admin(Streams streams) {
    return Admin.create(Map.of("bootstrap.servers", streams.broker.bootstrapServers()));
  }
}
