package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.kafka.sink.OriginalTime;
import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A record that a broker would refuse, and with it the whole job, is written so that it does not.
 */
@ExtendWith(StreamingSystem.class)
class RefusedByBrokerIT {
  private static final AvroMessage<DeadLetter> LETTERS = AvroMessage.of(DeadLetter.class);

  @Test
  @DisplayName("records dated a thousand hours ahead come through, and come back with their time")
  void datedAhead(Streams streams) throws Exception {
    streams.takeAnyTime(streams.raw);
    streams.takeAnyTime(streams.restored);
    long ahead = System.currentTimeMillis() + Duration.ofHours(1000).toMillis();
    List<ProducerRecord<byte[], byte[]>> good =
        List.of(
            record(streams.raw, ahead, "picture", Media.gradient(8, 8, 1)),
            record(streams.raw, ahead + 1, "tombstone", null),
            record(streams.raw, 5, "old", Media.gradient(9, 8, 1)));
    streams.produce(good);
    streams.produce(List.of(record(streams.raw, ahead, "bad", "what is this".getBytes(UTF_8))));

    JobReport report = streams.compress();
    streams.replay();

    assertThat(report.records()).isEqualTo(2);
    assertThat(report.deadLetters()).isEqualTo(1);
    for (String topic : List.of(streams.encoded, streams.letters)) {
      for (ConsumerRecord<byte[], byte[]> written : streams.committed(topic)) {
        assertThat(written.timestamp()).isLessThan(ahead);
        boolean old = new String(written.key(), UTF_8).equals("old");
        assertThat(written.headers().lastHeader(OriginalTime.HEADER) == null).isEqualTo(old);
      }
    }
    assertThat(streams.committed(streams.statistics)).hasSize(2);
    Comparison.assertSame(good, streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName("records whose keys are as large as a record may be become letters and tombstones")
  void hugeKeys(Streams streams) throws Exception {
    String key = "k".repeat(50_000);
    streams.produce(
        List.of(
            record(streams.raw, 1, key, "what is this".getBytes(UTF_8)),
            record(streams.raw, 1, key, null),
            record(streams.raw, 1, "good", Media.gradient(8, 8, 1))));

    JobReport report = streams.compress("output.max-record-bytes", "40 kb");

    assertThat(report.records()).isEqualTo(1);
    assertThat(report.deadLetters()).isEqualTo(2);
    for (ConsumerRecord<byte[], byte[]> written : streams.committed(streams.letters)) {
      DeadLetter letter = LETTERS.fromBytes(written.value());
      assertThat(letter.getMessage()).contains("the key of 50000 bytes", "topic " + streams.raw);
      assertThat(ByteFields.toArray(letter.getValue())).hasSizeLessThan(13);
    }
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, long time, String key, byte[] value) {
    return new ProducerRecord<>(topic, 0, time, key.getBytes(UTF_8), value);
  }
}
