package io.ardmstream.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.kafka.sink.OriginalTime;
import io.ardmstream.jobs.kafka.sink.TopicRecordWriter;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class AllowedTimesTest {
  private static final long HOUR = 3_600_000;
  private static final long NOW = 1_800_000_000_000L;

  @Test
  void whatKafkaAllowsIsKeptAndTheRestIsDatedNow() {
    AllowedTimes times = new AllowedTimes(10 * HOUR, HOUR);
    assertThat(times.nearest(NOW, NOW)).isEqualTo(NOW);
    assertThat(times.nearest(NOW + HOUR - 60_000, NOW)).isEqualTo(NOW + HOUR - 60_000);
    assertThat(times.nearest(NOW + HOUR, NOW)).isEqualTo(NOW);
    assertThat(times.nearest(Long.MAX_VALUE, NOW)).isEqualTo(NOW);
    assertThat(times.nearest(NOW - 9 * HOUR, NOW)).isEqualTo(NOW - 9 * HOUR);
    assertThat(times.nearest(NOW - 11 * HOUR, NOW)).isEqualTo(NOW);
    assertThat(new AllowedTimes(Long.MAX_VALUE, 1).nearest(0, NOW)).isZero();
  }

  @Test
  void limitsAreThoseOfTheTopic() {
    assertThat(AllowedTimes.of(Map.of()))
        .isEqualTo(new AllowedTimes(Long.MAX_VALUE, Long.MAX_VALUE));
    assertThat(
            AllowedTimes.of(
                Map.of(
                    "message.timestamp.before.max.ms", "5", "message.timestamp.after.max.ms", "7")))
        .isEqualTo(new AllowedTimes(5, 7));
    assertThat(AllowedTimes.of(Map.of("message.timestamp.difference.max.ms", "9")))
        .isEqualTo(new AllowedTimes(9, 9));
  }

  @Test
  void theOriginalTimeOfARecordDatedAheadStandsInAHeaderAndIsRestored() {
    long future = System.currentTimeMillis() + 1000 * HOUR;
    Header own = new Header("own", ByteFields.of(new byte[] {1}));
    TopicRecord record =
        new TopicRecord("out", 0, 5L, future, null, List.of(own), ByteFields.of(new byte[3]));
    TopicRecordWriter writer =
        new TopicRecordWriter(Map.of("out", new AllowedTimes(Long.MAX_VALUE, HOUR)));

    ProducerRecord<byte[], byte[]> written = writer.serialize(record, null, null);

    assertThat(written.timestamp()).isLessThan(future - HOUR);
    assertThat(
            new String(
                written.headers().lastHeader(OriginalTime.HEADER).value(), StandardCharsets.UTF_8))
        .isEqualTo(Long.toString(future));
    Header original =
        new Header(
            OriginalTime.HEADER,
            ByteFields.of(written.headers().lastHeader(OriginalTime.HEADER).value()));
    TopicRecord read =
        new TopicRecord(
            "out", 0, 5L, written.timestamp(), null, List.of(own, original), record.getValue());
    assertThat(OriginalTime.restore(read)).isEqualTo(record);
  }

  @Test
  void aRecordDatedAsItMayBeIsLeftAlone() {
    long time = System.currentTimeMillis() - 5000;
    TopicRecord record = new TopicRecord("out", 0, 5L, time, null, List.of(), null);
    var written =
        new TopicRecordWriter(Map.of("out", new AllowedTimes(HOUR, HOUR)))
            .serialize(record, null, null);
    assertThat(written.timestamp()).isEqualTo(time);
    assertThat(written.headers()).isEmpty();
  }

  @Test
  void headersThatAreNoTimesStay() {
    for (String text : List.of("", "-5", "5x", "1".repeat(19), "one")) {
      Header header =
          new Header(OriginalTime.HEADER, ByteFields.of(text.getBytes(StandardCharsets.UTF_8)));
      TopicRecord record = new TopicRecord("out", 0, 5L, 7L, null, List.of(header), null);
      assertThat(OriginalTime.restore(record)).isSameAs(record);
    }
  }
}
