package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What records cost on the broker's disk beside their containers. */
@ExtendWith(StreamingSystem.class)
class EnvelopeIT {
  private static final AvroMessage<EncodedRecord> ENCODED = AvroMessage.of(EncodedRecord.class);
  private static final int RECORDS = 200;

  @Test
  @DisplayName("an encoded record takes at most 64 bytes beside its container, statistics 80")
  void smallRecords(Streams streams) throws Exception {
    List<ProducerRecord<byte[], byte[]>> frames = new ArrayList<>();
    for (int time = 0; time < RECORDS; time++) {
      byte[] key = "door/%05d.ppm".formatted(time).getBytes(UTF_8);
      frames.add(new ProducerRecord<>(streams.raw, 0, key, Media.frame(24, 20, 0, time)));
    }
    streams.produce(frames);

    streams.compress("job.checkpoint-interval", "1 min");

    long containers = 0;
    for (ConsumerRecord<byte[], byte[]> record : streams.committed(streams.encoded)) {
      containers += ENCODED.fromBytes(record.value()).getPayload().remaining();
    }
    Topics topics = new Topics(streams.broker.bootstrapServers());
    // small containers resemble each other, so that a batch may even take less than they do
    assertThat(topics.bytesOnDisk(streams.encoded))
        .isBetween(containers / 2, containers + 64L * RECORDS);
    assertThat(topics.bytesOnDisk(streams.statistics)).isBetween(1L, 80L * RECORDS);
  }
}
