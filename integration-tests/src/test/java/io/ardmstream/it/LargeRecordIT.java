package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.run.JobReport;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records far beyond Kafka's default of one megabyte pass. */
@ExtendWith(StreamingSystem.class)
class LargeRecordIT {

  @Test
  @DisplayName("20 MB of noise go through compress and replay")
  void twentyMegabytes(Streams streams) throws Exception {
    byte[] noise = new byte[20_000_000];
    new Random(1).nextBytes(noise);
    List<ProducerRecord<byte[], byte[]>> originals =
        List.of(
            new ProducerRecord<>(streams.raw, 0, 1L, "large".getBytes(UTF_8), noise),
            new ProducerRecord<>(
                streams.raw, 0, 2L, "small".getBytes(UTF_8), Media.gradient(8, 8, 1)));
    streams.produce(originals);

    JobReport compressed = streams.compress("input.unrecognised", "store");
    streams.replay();

    assertThat(compressed.encodedBytes()).isLessThan(noise.length + 20_100L);
    Comparison.assertSame(originals, streams.committed(streams.restored), true);
  }
}
