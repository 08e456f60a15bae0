package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.demo.LocalBroker;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.ErrorClass;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A scan of 100 megapixels and an hour of speech, one Kafka record each. */
@ExtendWith(StreamingSystem.class)
class LongRecordIT {

  private static final int MOST_BYTES = 128 << 20;
  private static final int SIDE = 10_000;
  private static final int RATE = 16_000;
  private static final int HOUR = 3600 * RATE;

  private static LocalBroker broker;

  private Streams streams;

  @BeforeAll
  static void start() throws Exception {
    String most = Integer.toString(MOST_BYTES);
    broker =
        LocalBroker.start(
            Files.createTempDirectory(Path.of("target"), "long"),
            Map.of(
                "message.max.bytes", most,
                "replica.fetch.max.bytes", most,
                "socket.request.max.bytes", most));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void topics(Streams shared) throws Exception {
    String test = shared.raw.substring(0, shared.raw.indexOf('.'));
    streams = new Streams(broker, shared.cluster, test, MOST_BYTES);
    streams.produce(List.of(new ProducerRecord<>(streams.raw, 0, 1L, null, scan())));
    streams.produce(List.of(new ProducerRecord<>(streams.raw, 0, 2L, null, speech())));
  }

  @Test
  @DisplayName("go to the dead-letter topic, whole and with the reason, under the default limits")
  void longRecordsAreRefused() throws Exception {
    ArdmProcess compressed = compress();

    assertThat(compressed.out()).as(compressed.err()).startsWith("0 records");
    AvroMessage<DeadLetter> letters = AvroMessage.of(DeadLetter.class);
    long bytes = 0;
    for (ConsumerRecord<byte[], byte[]> record : streams.committed(streams.letters)) {
      DeadLetter letter = letters.fromBytes(record.value());
      assertThat(letter.getErrorClass()).isEqualTo(ErrorClass.TOO_LARGE);
      assertThat(letter.getMessage()).contains("input.max-record-bytes");
      bytes += letter.getValue().remaining();
    }
    assertThat(bytes).isEqualTo(scan().length + speech().length);
  }

  private ArdmProcess compress() throws Exception {
    return ArdmProcess.run(
        "-Xmx1500m",
        List.of(
            "compress",
            "--kafka.bootstrap-servers=" + broker.bootstrapServers(),
            "--job.parallelism=1",
            "--input.topics=" + streams.raw,
            "--input.stop=latest",
            "--output.topic=" + streams.encoded,
            "--output.statistics-topic=" + streams.statistics,
            "--output.dead-letter-topic=" + streams.letters));
  }

  /** White paper with a stamp in the middle. */
  private static byte[] scan() {
    byte[] header = ("P5\n" + SIDE + " " + SIDE + "\n255\n").getBytes(US_ASCII);
    ByteBuffer file = ByteBuffer.allocate(header.length + SIDE * SIDE).put(header);
    Arrays.fill(file.array(), header.length, file.capacity(), (byte) 255);
    byte[] stamp = new byte[300];
    Random random = new Random(1);
    for (int row = 0; row < 200; row++) {
      random.nextBytes(stamp);
      file.put(header.length + (SIDE / 2 + row) * SIDE + SIDE / 2, stamp);
    }
    return file.array();
  }

  /** An hour of mono, silent but for two seconds in the middle. */
  private static byte[] speech() {
    ByteBuffer file = ByteBuffer.allocate(44 + 2 * HOUR).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(36 + 2 * HOUR).put("WAVEfmt ".getBytes(US_ASCII));
    file.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    file.putShort((short) 2).putShort((short) 16);
    file.put("data".getBytes(US_ASCII)).putInt(2 * HOUR);
    Random random = new Random(2);
    for (int i = 0; i < 2 * RATE; i++) {
      file.putShort(44 + HOUR + 2 * i, (short) (1000 * random.nextGaussian()));
    }
    return file.array();
  }
}
