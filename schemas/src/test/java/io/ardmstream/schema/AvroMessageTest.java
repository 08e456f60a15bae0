package io.ardmstream.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Records become bytes that name their schema, and come back whatever published version wrote them.
 */
class AvroMessageTest {

  private final AvroMessage<RawRecord> message = AvroMessage.of(RawRecord.class);

  @Test
  void recordComesBackEqual() throws Exception {
    assertThat(message.fromBytes(message.toBytes(record()))).isEqualTo(record());
  }

  @Test
  void bytesAreTheStandardSingleObjectEncoding() throws IOException {
    ByteBuffer standard = RawRecord.getEncoder().encode(record());
    assertThat(message.toBytes(record())).isEqualTo(ByteFields.toArray(standard));
  }

  @Test
  void everyPublishedVersionIsRead() throws Exception {
    List<Schema> versions =
        PublishedSchemas.VERSIONS.stream()
            .map(version -> PublishedSchemas.find(version, "RawRecord"))
            .flatMap(Optional::stream)
            .toList();
    assertThat(versions).isNotEmpty();
    for (Schema written : versions) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new BinaryMessageEncoder<>(GenericData.get(), written)
          .encode(
              new GenericRecordBuilder(written)
                  .set("id", "frame-1")
                  .set("payload", ByteBuffer.wrap(new byte[] {1, 2}))
                  .build(),
              bytes);
      assertThat(message.fromBytes(bytes.toByteArray()).getId()).isEqualTo("frame-1");
    }
  }

  @Test
  @DisplayName("no length is believed that the bytes cannot hold: -1, 2^31, -2^62")
  void impossibleLengthsAreRefused() {
    byte[][] lengths = {{1}, {-128, -128, -128, -128, 16}, {-1, -1, -1, -1, -1, -1, -1, -1, 127}};
    for (byte[] length : lengths) {
      byte[] damaged = Arrays.copyOf(message.toBytes(record()), 10 + length.length);
      System.arraycopy(length, 0, damaged, 10, length.length);
      assertThatThrownBy(() -> message.fromBytes(damaged))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] whole = message.toBytes(record());
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> message.fromBytes(cut))
          .isInstanceOf(MalformedMessageException.class);
    }
  }

  @Test
  void bytesAfterTheEndAreRefused() {
    byte[] whole = message.toBytes(record());
    assertThatThrownBy(() -> message.fromBytes(Arrays.copyOf(whole, whole.length + 1)))
        .hasMessageContaining("bytes follow the end");
  }

  @Test
  void unknownSchemaIsNamed() {
    byte[] bytes = message.toBytes(record());
    bytes[2] ^= 1;
    assertThatThrownBy(() -> message.fromBytes(bytes))
        .hasMessageContaining("fingerprint")
        .hasMessageContaining("published");
  }

  @Test
  void messageOfAnotherTypeIsRefused() {
    byte[] letter = AvroMessage.of(DeadLetter.class).toBytes(DeadLetter.newBuilder().build());
    assertThatThrownBy(() -> message.fromBytes(letter))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  @Timeout(10)
  void anyFlippedByteIsReadOrRefusedWithoutClaimingMemory() {
    byte[] whole = message.toBytes(record());
    for (int at = 0; at < whole.length; at++) {
      for (int mask : new int[] {0x01, 0x80, 0xFF}) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) mask;
        try {
          assertThat(message.fromBytes(damaged)).isNotNull();
        } catch (MalformedMessageException refused) {
          assertThat(refused).hasMessageMatching("(?s).+");
        }
      }
    }
  }

  @Test
  void lengthOfTwoGigabytesInFewBytesIsRefused() {
    byte[] head = Arrays.copyOf(message.toBytes(record()), 10);
    ByteBuffer bomb = ByteBuffer.allocate(15).put(head);
    bomb.put(new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F});
    assertThatThrownBy(() -> message.fromBytes(bomb.array()))
        .isInstanceOf(MalformedMessageException.class);
  }

  private static RawRecord record() {
    return RawRecord.newBuilder()
        .setId("frame-1")
        .setStream("camera")
        .setEventTime(Instant.ofEpochMilli(1_767_225_600_123L))
        .setName("a/b.pgm")
        .setHeaders(
            List.of(new Header("k", ByteBuffer.wrap(new byte[] {7})), new Header("k", null)))
        .setPayload(
            ByteBuffer.wrap("P5 1 1 255\n0".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .build();
  }
}
