package io.ardmstream.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.RateStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records that come faster than they are encoded wait in Kafka, and those of other streams pass.
 */
@ExtendWith(StreamingSystem.class)
class BackpressureIT {

  private static final int BURST = 300;
  private static final int BACKLOG = 2000;

  @Test
  @DisplayName("300 MB that are all there at once pass through a heap of 128 MB, and back")
  void burst(Streams streams) throws Exception {
    byte[] page = Media.flat(1000, 1000, 200);
    for (int sent = 0; sent < BURST; sent += 20) {
      streams.produce(
          Collections.nCopies(20, new ProducerRecord<>(streams.raw, new byte[] {1}, page)));
    }

    ArdmProcess compressed =
        run(
            streams,
            "compress",
            "--input.topics=" + streams.raw,
            "--input.stop=latest",
            "--input.max-record-bytes=2 mb",
            "--output.topic=" + streams.encoded,
            "--output.statistics-topic=" + streams.statistics,
            "--output.dead-letter-topic=" + streams.letters,
            "--codec.image-model=none",
            "--codec.audio-model=none");
    ArdmProcess replayed =
        run(
            streams,
            "replay",
            "--input.topics=" + streams.encoded,
            "--output.topic=" + streams.restored,
            "--output.dead-letter-topic=" + streams.replayLetters);

    assertThat(compressed.exitCode()).as(compressed.err()).isZero();
    assertThat(compressed.out()).startsWith(BURST + " records, " + (long) BURST * page.length);
    assertThat(streams.committed(streams.statistics)).hasSize(BURST);
    assertThat(replayed.exitCode()).as(replayed.err()).isZero();
    assertThat(replayed.out()).startsWith(BURST + " records, " + (long) BURST * page.length);
  }

  private static ArdmProcess run(Streams streams, String command, String... settings)
      throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--kafka.bootstrap-servers=" + streams.broker.bootstrapServers(),
                "--job.parallelism=1",
                "--output.max-record-bytes=2 mb",
                "--bundle.bytes=4 mb"));
    arguments.addAll(List.of(settings));
    return ArdmProcess.run("-Xmx128m", arguments);
  }

  @Test
  @DisplayName("a record of a slow stream passes a backlog of a busy one in the same subtask")
  void slowStream(Streams streams) throws Exception {
    String slow = streams.topic(streams.raw + ".slow");
    byte[] picture = Media.flat(100, 100, 50);
    streams.produce(
        Collections.nCopies(BACKLOG, new ProducerRecord<>(streams.raw, 0, null, picture)));
    streams.produce(List.of(new ProducerRecord<>(slow, 0, null, picture)));

    streams.compress(
        "input.topics", streams.raw + "," + slow,
        "job.parallelism", "1",
        "bundle.records", "16");

    Map<String, List<Instant>> encoded = new HashMap<>();
    AvroMessage<RateStatistics> messages = AvroMessage.of(RateStatistics.class);
    for (ConsumerRecord<byte[], byte[]> record : streams.committed(streams.statistics)) {
      RateStatistics statistics = messages.fromBytes(record.value());
      encoded
          .computeIfAbsent(statistics.getStream(), stream -> new ArrayList<>())
          .add(statistics.getEncodedAt());
    }
    Instant passed = encoded.get(slow).get(0);
    assertThat(encoded.get(streams.raw))
        .hasSize(BACKLOG)
        .filteredOn(time -> time.isBefore(passed))
        .hasSizeLessThan(BACKLOG / 2);
  }
}
