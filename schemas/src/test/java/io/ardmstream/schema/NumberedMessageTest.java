package io.ardmstream.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records name their schema by its number, and come back whatever compatible schema wrote them. */
class NumberedMessageTest {

  private static final int OURS = 0x01020304;
  private static final int THEIRS = 7;

  private final MessageWriter<RawRecord> writer = NumberedMessage.writer(RawRecord.class, OURS);

  @Test
  @DisplayName("the bytes are 00, the number from its highest byte on, and the Avro body")
  void bytesAreTheWireFormatOfRegistries() {
    byte[] plain = AvroMessage.of(RawRecord.class).toBytes(record());
    byte[] bytes = writer.toBytes(record());
    assertThat(bytes).startsWith(0, 1, 2, 3, 4);
    assertThat(Arrays.copyOfRange(bytes, 5, bytes.length))
        .isEqualTo(Arrays.copyOfRange(plain, 10, plain.length));
  }

  @Test
  void recordComesBackEqual() throws Exception {
    assertThat(reader(RawRecord.getClassSchema()).fromBytes(writer.toBytes(record())))
        .isEqualTo(record());
  }

  @Test
  @DisplayName("what a wider schema of somebody else has beyond ours is passed over, maps too")
  void widerSchemaIsRead() throws Exception {
    Schema wider =
        schema(
            """
            {"name": "labels", "type": {"type": "map", "values": "long"}},
            {"name": "id", "type": "string"},
            {"name": "note", "type": ["null", "string"]},
            {"name": "payload", "type": "bytes"}""");
    GenericRecord written =
        new GenericRecordBuilder(wider)
            .set("labels", Map.of("a", 1L, "b", 2L))
            .set("id", "frame-1")
            .set("note", "more")
            .set("payload", ByteBuffer.wrap(new byte[] {1, 2}))
            .build();
    RawRecord read = reader(wider).fromBytes(message(written));
    assertThat(read.getId()).isEqualTo("frame-1");
    assertThat(ByteFields.toArray(read.getPayload())).containsExactly(1, 2);
  }

  @Test
  void singleObjectEncodingIsRefused() {
    byte[] plain = AvroMessage.of(RawRecord.class).toBytes(record());
    assertThatThrownBy(() -> reader(RawRecord.getClassSchema()).fromBytes(plain))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("does not start with the byte 00")
        .hasMessageContaining("registry.url");
  }

  @Test
  void numberOfNoSchemaIsNamed() {
    byte[] bytes = NumberedMessage.writer(RawRecord.class, 99).toBytes(record());
    assertThatThrownBy(() -> reader(RawRecord.getClassSchema()).fromBytes(bytes))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("no schema with the number 99");
  }

  @Test
  @DisplayName("a registry is not asked for a number that none has")
  void negativeNumberIsRefused() {
    MessageReader<RawRecord> reader = NumberedMessage.reader(RawRecord.class, this::nobodyAnswers);
    assertThatThrownBy(() -> reader.fromBytes(new byte[] {0, -128, 0, 0, 1, 0}))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("no schema with the number -2147483647");
  }

  @Test
  void recordOfAnotherTypeIsRefused() {
    assertThatThrownBy(
            () -> reader(DeadLetter.getClassSchema()).fromBytes(writer.toBytes(record())))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("io.ardmstream.schema.DeadLetter cannot be read as")
        .hasMessageContaining("NAME_MISMATCH");
  }

  @ParameterizedTest
  @DisplayName("a schema with which few bytes can claim much is refused")
  @ValueSource(
      strings = {
        "{\"type\": \"array\", \"items\": \"null\"}",
        "{\"type\": \"map\", \"values\": {\"type\": \"fixed\", \"name\": \"F\", \"size\": 0}}",
        "{\"type\": \"record\", \"name\": \"Empty\", \"fields\": []}",
        "[\"null\", \"RawRecord\"]",
      })
  void unboundedSchemaIsRefused(String type) {
    Schema written =
        schema(
            "{\"name\": \"more\", \"type\": %s}, {\"name\": \"payload\", \"type\": \"bytes\"}"
                .formatted(type));
    assertThatThrownBy(() -> reader(written).fromBytes(new byte[] {0, 0, 0, 0, THEIRS, 0, 0, 0}))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining("it contains itself, or parts that take no bytes");
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = writer.toBytes(record());
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> reader(RawRecord.getClassSchema()).fromBytes(cut))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  @Timeout(10)
  void anyFlippedByteIsReadOrRefused() {
    byte[] whole = writer.toBytes(record());
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 0x80;
      try {
        assertThat(reader(RawRecord.getClassSchema()).fromBytes(damaged)).isNotNull();
      } catch (MalformedMessageException refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    }
  }

  @Test
  @DisplayName("a registry that does not answer says nothing about the record")
  void silenceIsNoRefusal() {
    MessageReader<RawRecord> reader = NumberedMessage.reader(RawRecord.class, this::nobodyAnswers);
    assertThatThrownBy(() -> reader.fromBytes(writer.toBytes(record())))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("nobody there");
  }

  private Optional<Schema> nobodyAnswers(int number) throws IOException {
    throw new IOException("nobody there");
  }

  /** Knows a schema by our number and by theirs. */
  private static MessageReader<RawRecord> reader(Schema schema) {
    Map<Integer, Schema> schemas = Map.of(OURS, schema, THEIRS, schema);
    return NumberedMessage.reader(
        RawRecord.class, number -> Optional.ofNullable(schemas.get(number)));
  }

  private static Schema schema(String fields) {
    return new Schema.Parser()
        .parse(
            "{\"type\": \"record\", \"name\": \"RawRecord\", \"fields\": [%s]}".formatted(fields));
  }

  private static byte[] message(GenericRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {0, 0, 0, 0, THEIRS});
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema(), GenericData.get())
        .write(record, encoder);
    return bytes.toByteArray();
  }

  private static RawRecord record() {
    return RawRecord.newBuilder()
        .setId("frame-1")
        .setStream("camera")
        .setPayload(ByteBuffer.wrap(new byte[] {1, 2, 3}))
        .build();
  }
}
