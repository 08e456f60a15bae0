package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.kafka.sink.OriginalTime;
import io.ardmstream.jobs.letters.LetterReplay;
import io.ardmstream.jobs.letters.LetterSums;
import io.ardmstream.jobs.letters.LetterTopic;
import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.schema.ErrorClass;
import io.ardmstream.schema.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Dead letters, seen and sent once more. */
@ExtendWith(StreamingSystem.class)
class LetterReplayIT {
  private static final long TIMESTAMP = 1_767_225_600_000L;

  @Test
  @DisplayName("refused records go back whole, once, and are compressed when the reason is gone")
  void onceMore(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> originals = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              streams.raw,
              null,
              TIMESTAMP + i,
              ("key " + i).getBytes(UTF_8),
              Media.noise(200, 200, i));
      record.headers().add("name", "door.pgm".getBytes(UTF_8));
      originals.add(record);
    }
    streams.produce(originals);

    // the parts of letters are smaller than their records
    JobReport refused =
        streams.compress("input.max-record-bytes", "20 kb", "output.max-record-bytes", "16 kb");
    LetterSums sums = sums(streams);
    LetterReplay.Outcome first = replay(streams);
    LetterReplay.Outcome second = replay(streams);
    JobReport compressed = streams.compress("input.group", streams.raw + "-once-more");
    streams.replay();
    originals.addAll(List.copyOf(originals));

    assertThat(refused.reasons()).containsOnlyKeys("TOO_LARGE").containsValue(4L);
    assertThat(refused.failures().keySet()).hasSize(4).allMatch(f -> f.contains("TOO_LARGE"));
    assertThat(sums.all())
        .singleElement()
        .satisfies(
            sum -> {
              assertThat(sum.records()).isEqualTo(4);
              assertThat(sum.stream()).isEqualTo(streams.raw);
              assertThat(sum.error()).isEqualTo(ErrorClass.TOO_LARGE);
              assertThat(sum.reason()).contains("input.max-record-bytes");
            });
    assertThat(first).isEqualTo(new LetterReplay.Outcome(4, 0, 0));
    assertThat(second).isEqualTo(new LetterReplay.Outcome(0, 0, 0));
    assertThat(compressed.deadLetters()).isZero();
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
  }

  @Test
  @DisplayName("a record that its topic would refuse by now is sent with its time in a header")
  void tooOldByNow(Streams streams) throws Exception {
    streams.produce(
        List.of(
            new ProducerRecord<>(
                streams.raw, 0, TIMESTAMP, "old".getBytes(UTF_8), "what is this".getBytes(UTF_8))));
    streams.compress();
    streams.takeOnlyYoung(streams.raw);

    LetterReplay.Outcome outcome = replay(streams);

    assertThat(outcome).isEqualTo(new LetterReplay.Outcome(1, 0, 0));
    ConsumerRecord<byte[], byte[]> again = streams.committed(streams.raw).get(1);
    assertThat(again.timestamp()).isGreaterThan(TIMESTAMP);
    assertThat(again.headers().lastHeader(OriginalTime.HEADER).value())
        .asString()
        .isEqualTo(Long.toString(TIMESTAMP));
  }

  private static LetterSums sums(Streams streams) throws Exception {
    LetterSums sums = new LetterSums();
    new LetterTopic(client(streams), WireFormat.singleObject(), streams.letters).read(sums::add);
    return sums;
  }

  private static LetterReplay.Outcome replay(Streams streams) throws Exception {
    return new LetterReplay(
            client(streams),
            WireFormat.singleObject(),
            streams.letters,
            "letters-of-" + streams.raw,
            Optional.empty())
        .run();
  }

  private static Properties client(Streams streams) {
    Properties client = new Properties();
    client.setProperty("bootstrap.servers", streams.broker.bootstrapServers());
    return client;
  }
}
