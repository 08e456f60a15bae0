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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A scan of 100 megapixels and an hour of speech, one Kafka record each. How much of them is more
 * than white paper and silence is up to {@code -Dlong.printed} and {@code -Dlong.spoken}; a scan of
 * which more than half is printed is coded by a model.
 */
@ExtendWith(StreamingSystem.class)
class LongRecordIT {

  private static final double PRINTED = share("long.printed");
  private static final double SPOKEN = share("long.spoken");
  private static final String HEAP = System.getProperty("long.heap", "-Xmx2000m");
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final int MOST_BYTES = 128 << 20;
  private static final int SIDE = 10_000;
  private static final int RATE = 16_000;
  private static final int HOUR = 3600 * RATE;

  /** Keeps both in one partition. */
  private static final byte[] KEY = {1};

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
                "socket.request.max.bytes", most,
                "transaction.max.timeout.ms", Long.toString(2 * PATIENCE.toMillis())));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void topics(Streams shared) throws Exception {
    String test = shared.raw.substring(0, shared.raw.indexOf('.'));
    streams = new Streams(broker, shared.cluster, test, MOST_BYTES);
    streams.produce(List.of(new ProducerRecord<>(streams.raw, 0, 1L, KEY, scan())));
    streams.produce(List.of(new ProducerRecord<>(streams.raw, 0, 2L, KEY, speech())));
  }

  @Test
  @DisplayName("go to the dead-letter topic, whole and with the reason, under the default limits")
  void longRecordsAreRefused() throws Exception {
    ArdmProcess compressed = run("compress", compressing());

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

  @Test
  @DisplayName("pass in a bounded heap under limits that allow them, and come back as they were")
  void longRecordsPass() throws Exception {
    List<String> limits =
        List.of(
            "--output.max-record-bytes=" + MOST_BYTES,
            "--output.transaction-timeout=" + 2 * PATIENCE.toSeconds() + " s",
            "--job.checkpoint-timeout=" + PATIENCE.toSeconds() + " s");
    ArdmProcess compressed =
        run("compress", compressing(), limits, List.of("--input.max-record-bytes=" + MOST_BYTES));
    ArdmProcess replayed =
        run(
            "replay",
            List.of(
                "--input.topics=" + streams.encoded,
                "--output.topic=" + streams.restored,
                "--output.dead-letter-topic=" + streams.replayLetters),
            limits);

    System.out.print(compressed.out() + replayed.out());
    assertThat(compressed.exitCode()).as(compressed.err()).isZero();
    assertThat(replayed.exitCode()).as(replayed.err()).isZero();
    List<ConsumerRecord<byte[], byte[]>> restored = streams.committed(streams.restored);
    assertThat(restored).hasSize(2);
    assertThat(Arrays.equals(restored.get(0).value(), scan())).isTrue();
    assertThat(Arrays.equals(restored.get(1).value(), speech())).isTrue();
  }

  private List<String> compressing() {
    return List.of(
        "--input.topics=" + streams.raw,
        "--input.stop=latest",
        "--output.topic=" + streams.encoded,
        "--output.statistics-topic=" + streams.statistics,
        "--output.dead-letter-topic=" + streams.letters);
  }

  private static double share(String property) {
    return Double.parseDouble(System.getProperty(property, "0.004"));
  }

  @SafeVarargs
  private static ArdmProcess run(String command, List<String>... settings) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(command, "--job.parallelism=1"));
    arguments.add("--kafka.bootstrap-servers=" + broker.bootstrapServers());
    Stream.of(settings).forEach(arguments::addAll);
    return ArdmProcess.run(HEAP, PATIENCE, arguments);
  }

  /** White paper, and on top of it one photograph beside another. */
  private static byte[] scan() {
    byte[] photograph = Samples.named("images/taipei-city.pgm");
    int width = 256;
    int start = photograph.length - width * 192;
    byte[] header = ("P5\n" + SIDE + " " + SIDE + "\n255\n").getBytes(US_ASCII);
    byte[] file = Arrays.copyOf(header, header.length + SIDE * SIDE);
    Arrays.fill(file, header.length, file.length, (byte) 255);
    SplittableRandom grain = new SplittableRandom(1);
    int printed = (int) (Math.sqrt(PRINTED) * SIDE);
    for (int y = 0; y < printed; y++) {
      for (int x = 0, at = header.length + y * SIDE; x < printed; x++, at++) {
        int sample = photograph[start + y % 192 * width + x % width] & 0xFF;
        file[at] = (byte) Math.min(255, sample + grain.nextInt(4));
      }
    }
    return file;
  }

  /** An hour of mono: a word again and again, then silence. */
  private static byte[] speech() {
    ByteBuffer word = ByteBuffer.wrap(Samples.named("audio/speech-cat.wav"));
    word.order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer file = ByteBuffer.allocate(44 + 2 * HOUR).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(36 + 2 * HOUR).put("WAVEfmt ".getBytes(US_ASCII));
    file.putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
    file.putShort((short) 2).putShort((short) 16);
    file.put("data".getBytes(US_ASCII)).putInt(2 * HOUR);
    SplittableRandom noise = new SplittableRandom(2);
    for (int i = 0; i < (int) (SPOKEN * HOUR); i++) {
      file.putShort((short) (word.getShort(44 + 2 * (i % RATE)) + noise.nextInt(4)));
    }
    return file.array();
  }
}
