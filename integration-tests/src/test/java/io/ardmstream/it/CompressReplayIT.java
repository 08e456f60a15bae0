package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.RateStatistics;
import io.ardmstream.schema.RawRecord;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Topics go through compress and replay and come back as they were. */
@ExtendWith(StreamingSystem.class)
class CompressReplayIT {

  private static final long TIMESTAMP = 1_767_225_600_000L;

  @Test
  @DisplayName("media files come back byte for byte with key, headers and timestamp")
  void plainTopic(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (byte[] sample : Samples.all()) {
      originals.add(record(streams.raw, originals.size(), sample));
    }
    streams.produce(originals);

    JobReport compressed = streams.compress();
    JobReport replayed = streams.replay();

    assertThat(compressed.records()).isEqualTo(originals.size());
    assertThat(compressed.encodedBytes()).isLessThan(compressed.rawBytes());
    assertThat(replayed).isEqualTo(compressed);
    assertThat(streams.committed(streams.letters)).isEmpty();
    assertThat(streams.committed(streams.replayLetters)).isEmpty();
    Comparison.assertSame(originals, streams.committed(streams.encoded), false);
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName("every encoded record has its statistics, and their sums agree")
  void statistics(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (byte[] sample : Samples.all()) {
      originals.add(record(streams.raw, originals.size(), sample));
    }
    streams.produce(originals);

    JobReport report = streams.compress();

    AvroMessage<RateStatistics> messages = AvroMessage.of(RateStatistics.class);
    List<RateStatistics> statistics = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : streams.committed(streams.statistics)) {
      assertThat(new String(record.key(), UTF_8)).isEqualTo(streams.raw);
      statistics.add(messages.fromBytes(record.value()));
    }
    assertThat(statistics).hasSize(originals.size()).allMatch(s -> s.getSamples() > 0);
    assertThat(statistics.stream().mapToLong(RateStatistics::getRawBytes).sum())
        .isEqualTo(report.rawBytes());
    assertThat(statistics.stream().mapToLong(RateStatistics::getEncodedBytes).sum())
        .isEqualTo(report.encodedBytes());
  }

  @Test
  @DisplayName("files in Avro records come back byte for byte, samples of a declared layout too")
  void avroTopic(Streams streams) throws Exception {
    AvroMessage<RawRecord> messages = AvroMessage.of(RawRecord.class);
    RawRecord file =
        raw("camera-7", "tea.ppm", Samples.named("images/dragonfly-on-lavender.ppm"))
            .setName("a/tea.ppm")
            .build();
    RawRecord samples =
        raw("probe", "burst", new byte[4 * 1000]).setRawDescriptor("s16le,2ch,8000").build();
    List<ProducerRecord<byte[], byte[]>> originals =
        List.of(
            record(streams.raw, 0, messages.toBytes(file)),
            record(streams.raw, 1, messages.toBytes(samples)),
            record(streams.raw, 2, messages.toBytes(sample("images/egg-basket.jpg"))),
            record(streams.raw, 3, messages.toBytes(sample("images/kitten-on-lawn.png"))),
            record(streams.raw, 4, messages.toBytes(sample("audio/ambient-choir.flac"))));
    streams.produce(originals);

    streams.compress("input.format", "avro");
    streams.replay();

    Comparison.assertSame(originals, streams.committed(streams.restored), true);
    AvroMessage<EncodedRecord> encoded = AvroMessage.of(EncodedRecord.class);
    List<EncodedRecord> records = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : streams.committed(streams.encoded)) {
      records.add(encoded.fromBytes(record.value()));
    }
    assertThat(records).extracting(EncodedRecord::getStream).containsOnly("camera-7", "probe");
    assertThat(records)
        .allSatisfy(r -> assertThat(r.getEncodedLength()).isLessThan(r.getRawLength()));
  }

  @Test
  @DisplayName("tombstones, records without key and records of one byte pass")
  void oddRecords(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals =
        List.of(
            record(streams.raw, 0, null),
            new ProducerRecord<>(
                streams.raw, 0, TIMESTAMP, null, Samples.named("audio/speech-bed.wav")),
            new ProducerRecord<>(streams.raw, 0, TIMESTAMP + 1, new byte[0], new byte[] {42}));
    streams.produce(originals);

    JobReport compressed = streams.compress("input.unrecognised", "store");
    JobReport replayed = streams.replay();

    assertThat(compressed.tombstones()).isEqualTo(1);
    assertThat(replayed.tombstones()).isEqualTo(1);
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName(
      "through compacted topics pass keys and tombstones; what has no key is a dead letter")
  void compactedTopics(Streams streams) throws Exception {
    streams.compact(streams.encoded);
    streams.compact(streams.restored);
    byte[] picture = Media.gradient(30, 20, 1);
    List<ProducerRecord<byte[], byte[]>> keyed =
        List.of(record(streams.raw, 0, picture), record(streams.raw, 1, null));
    streams.produce(keyed);
    streams.produce(
        List.of(
            new ProducerRecord<>(streams.raw, 0, TIMESTAMP, null, picture),
            new ProducerRecord<>(streams.raw, 0, (byte[]) null, null)));

    JobReport compressed = streams.compress("group.records", "1");
    JobReport replayed = streams.replay();

    assertThat(compressed.deadLetters()).isEqualTo(2);
    assertThat(streams.committed(streams.letters)).hasSize(2);
    assertThat(replayed.deadLetters()).isZero();
    Comparison.assertSame(keyed, streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName("replay to files writes the media under their names, inside the directory only")
  void replayToFiles(Streams streams, @TempDir Path folder) throws Exception {
    AvroMessage<RawRecord> messages = AvroMessage.of(RawRecord.class);
    byte[] picture = Samples.named("images/dragonfly-on-lavender.ppm");
    RawRecord named = raw("camera", "1", picture).setName("garden/tea.ppm").build();
    RawRecord hostile = raw("camera", "2", picture).setName("../../../evil.ppm").build();
    RawRecord unnamed = raw("camera", "3", picture).build();
    streams.produce(
        List.of(
            record(streams.raw, 0, messages.toBytes(named)),
            record(streams.raw, 1, messages.toBytes(hostile)),
            record(streams.raw, 2, messages.toBytes(unnamed))));
    Path directory = folder.resolve("restored");

    streams.compress("input.format", "avro");
    JobReport replayed =
        streams.replay("output.topic", null, "output.directory", directory.toString());

    assertThat(replayed.records()).isEqualTo(3);
    assertThat(directory.resolve("camera/garden/tea.ppm")).hasBinaryContent(picture);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSize(3)
          .allMatch(f -> f.startsWith(directory))
          .allSatisfy(f -> assertThat(f).hasBinaryContent(picture));
    }
  }

  private static RawRecord sample(String name) {
    return raw("camera-7", name, Samples.named(name)).build();
  }

  private static RawRecord.Builder raw(String stream, String id, byte[] payload) {
    return RawRecord.newBuilder()
        .setStream(stream)
        .setId(id)
        .setEventTime(Instant.ofEpochMilli(TIMESTAMP))
        .setPayload(ByteBuffer.wrap(payload));
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, int number, byte[] value) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(new RecordHeader("number", new byte[] {(byte) number}));
    headers.add(new RecordHeader("number", null));
    headers.add(new RecordHeader("", new byte[0]));
    byte[] key = ("key-" + number).getBytes(UTF_8);
    return new ProducerRecord<>(topic, null, TIMESTAMP + number, key, value, headers);
  }
}
