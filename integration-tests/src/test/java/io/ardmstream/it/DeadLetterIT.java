package io.ardmstream.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.block.ModelRegistry;
import io.ardmstream.codec.Codec;
import io.ardmstream.codec.Source;
import io.ardmstream.jobs.run.JobReport;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.DeadLetter;
import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.ErrorClass;
import io.ardmstream.schema.RawRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad records become dead letters, whole and with the reason, and disturb no other record. */
@ExtendWith(StreamingSystem.class)
class DeadLetterIT {

  private static final AvroMessage<DeadLetter> LETTERS = AvroMessage.of(DeadLetter.class);
  private static final AvroMessage<EncodedRecord> ENCODED = AvroMessage.of(EncodedRecord.class);

  @Test
  @DisplayName("media that cannot be read: empty, cut short, unknown, claiming 10^12 samples")
  void unreadableMedia(Streams streams) throws Exception {
    byte[] bitmap = Samples.named("images/fragrant-chamomile.bmp");
    byte[] picture = Samples.named("images/dragonfly-on-lavender.ppm");
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("empty", new byte[0]);
    bad.put("cut bitmap", Arrays.copyOf(bitmap, bitmap.length / 2));
    bad.put("cut picture", Arrays.copyOf(picture, picture.length / 2));
    bad.put("unknown", "what is this".getBytes(UTF_8));
    bad.put("bomb", "P6\n1000000 1000000\n255\n0".getBytes(US_ASCII));
    bad.put("cut header", "P6\n10".getBytes(US_ASCII));
    Map<String, byte[]> records = new LinkedHashMap<>();
    records.put("good 1", picture);
    records.putAll(bad);
    records.put("good 2", bitmap);
    streams.produce(keyed(streams.raw, records));

    JobReport report = streams.compress();

    assertThat(report.records()).isEqualTo(2);
    assertThat(report.deadLetters()).isEqualTo(bad.size());
    assertThat(keys(streams.committed(streams.encoded)))
        .containsExactlyInAnyOrder("good 1", "good 2");
    assertWhole(streams.committed(streams.letters), bad, ErrorClass.UNSUPPORTED_INPUT);
  }

  @Test
  @DisplayName("Avro records: bytes that are none, and media unlike the declared layout")
  void unreadableAvro(Streams streams) throws Exception {
    AvroMessage<RawRecord> messages = AvroMessage.of(RawRecord.class);
    RawRecord.Builder declared = RawRecord.newBuilder().setPayload(ByteBuffer.wrap(new byte[100]));
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("no avro", "hello".getBytes(UTF_8));
    bad.put("wrong shape", messages.toBytes(declared.setRawDescriptor("u8,3x640x480").build()));
    bad.put("no descriptor", messages.toBytes(declared.setRawDescriptor("ten pixels").build()));
    streams.produce(keyed(streams.raw, bad));

    JobReport report = streams.compress("input.format", "avro");

    assertThat(report.records()).isZero();
    assertWhole(streams.committed(streams.letters), bad, ErrorClass.UNSUPPORTED_INPUT);
  }

  @Test
  @DisplayName("records over the limits go to dead letters in parts that make up the original")
  void tooLarge(Streams streams) throws Exception {
    byte[] incompressible = Media.noise(300, 300, 1);
    byte[] overInputLimit = Media.noise(400, 400, 2);
    Map<String, byte[]> records = new LinkedHashMap<>();
    records.put("too large to write", incompressible);
    records.put("too large to read", overInputLimit);
    streams.produce(keyed(streams.raw, records));

    JobReport report =
        streams.compress("input.max-record-bytes", "100 kb", "output.max-record-bytes", "40 kb");

    assertThat(report.deadLetters()).isEqualTo(2);
    assertWhole(streams.committed(streams.letters), records, ErrorClass.TOO_LARGE);
    assertThat(streams.committed(streams.letters)).hasSizeGreaterThan(4);
  }

  @Test
  @DisplayName("containers that are damaged or claim too much; what is no encoded record at all")
  void damagedContainers(Streams streams) throws Exception {
    byte[] container = container(Codec.builder().build(), Media.gradient(64, 48, 0));
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("not encoded", "hello".getBytes(UTF_8));
    bad.put("flipped", encoded(flipped(container, container.length / 2)));
    bad.put("cut", encoded(Arrays.copyOf(container, container.length - 3)));
    bad.put("empty", encoded(new byte[0]));
    bad.put("forged shape", encoded(forged(container)));
    Map<String, byte[]> records = new LinkedHashMap<>(bad);
    records.put("good", encoded(container));
    streams.produce(keyed(streams.encoded, records));

    JobReport report = streams.replay();

    assertThat(report.records()).isEqualTo(1);
    assertThat(report.deadLetters()).isEqualTo(bad.size());
    assertThat(streams.committed(streams.restored))
        .singleElement()
        .satisfies(r -> assertThat(r.value()).isEqualTo(Media.gradient(64, 48, 0)));
    assertWhole(streams.committed(streams.replayLetters), bad, ErrorClass.CORRUPT_DATA);
  }

  @Test
  @DisplayName("containers of a model that is not installed wait in dead letters or stop the job")
  void unknownModel(Streams streams) throws Exception {
    Codec elsewhere =
        Codec.builder().models(ModelRegistry.of(new MemoryModel())).imageModel("memory").build();
    Map<String, byte[]> records = new LinkedHashMap<>();
    records.put("unknown", encoded(container(elsewhere, Media.noise(64, 48, 3))));
    streams.produce(keyed(streams.encoded, records));

    JobReport report = streams.replay();

    assertThat(report.deadLetters()).isEqualTo(1);
    assertWhole(streams.committed(streams.replayLetters), records, ErrorClass.UNKNOWN_MODEL);
    assertThat(letters(streams.committed(streams.replayLetters)))
        .allMatch(letter -> letter.getMessage().contains("555555555555"));
    assertThatThrownBy(
            () ->
                streams.replay(
                    "on-unknown-model", "stop", "output.transactional-id-prefix", "second"))
        .rootCause()
        .hasMessageContaining("555555555555");
  }

  private static void assertWhole(
      List<ConsumerRecord<byte[], byte[]>> records, Map<String, byte[]> bad, ErrorClass error)
      throws Exception {
    Map<String, byte[]> originals = new LinkedHashMap<>();
    for (DeadLetter letter : inOrder(letters(records))) {
      String key = new String(ByteFields.toArray(letter.getKey()), UTF_8);
      originals.merge(key, ByteFields.toArray(letter.getValue()), DeadLetterIT::joined);
      assertThat(letter.getMessage()).isNotBlank();
      assertThat(letter.getValueLength()).isEqualTo(bad.get(key).length);
      assertThat(letter.getErrorClass()).as(key).isEqualTo(error);
    }
    assertThat(originals.keySet()).isEqualTo(bad.keySet());
    originals.forEach((key, value) -> assertThat(value).as(key).isEqualTo(bad.get(key)));
    assertThat(keys(records)).isSubsetOf(bad.keySet());
  }

  private static List<DeadLetter> letters(List<ConsumerRecord<byte[], byte[]>> records)
      throws Exception {
    List<DeadLetter> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      letters.add(LETTERS.fromBytes(record.value()));
    }
    return letters;
  }

  private static List<DeadLetter> inOrder(List<DeadLetter> letters) {
    return letters.stream().sorted(Comparator.comparingInt(DeadLetter::getPart)).toList();
  }

  private static byte[] joined(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }

  private static List<String> keys(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> new String(record.key(), UTF_8)).toList();
  }

  private static List<ProducerRecord<byte[], byte[]>> keyed(
      String topic, Map<String, byte[]> records) {
    List<ProducerRecord<byte[], byte[]>> keyed = new ArrayList<>();
    records.forEach(
        (key, value) -> keyed.add(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)));
    return keyed;
  }

  private static byte[] container(Codec codec, byte[] media) {
    try (codec) {
      return codec.encode(List.of(Source.of(media))).get(0).orThrow().container();
    }
  }

  private static byte[] encoded(byte[] container) {
    return ENCODED.toBytes(
        EncodedRecord.newBuilder().setPayload(ByteBuffer.wrap(container)).build());
  }

  private static byte[] flipped(byte[] container, int at) {
    byte[] damaged = container.clone();
    damaged[at] ^= 1;
    return damaged;
  }

  /** The shape is in the first bytes: let it claim as much as its numbers can. */
  private static byte[] forged(byte[] container) {
    byte[] forged = container.clone();
    Arrays.fill(forged, 8, 12, (byte) 0xFF);
    return forged;
  }
}
