package io.ardmstream.jobs.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.schema.EncodedRecord;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A restored file is called what people called it. */
class OriginalNameTest {
  private static final byte[] PNG = "\u0089PNG\r\n".getBytes(ISO_8859_1);

  @Test
  void theRecordComesFirstThenTheHeaderThenTheKeyThenTheIdentity() {
    List<Header> header = List.of(new Header("name", bytes("heron.png")));
    assertThat(name("a.png", header, bytes("k.png"))).isEqualTo("a.png");
    assertThat(name(null, header, bytes("k.png"))).isEqualTo("heron.png");
    assertThat(name(null, List.of(), bytes("k.png"))).isEqualTo("k.png");
    assertThat(name(null, List.of(), null)).isEqualTo("cameras-2-1.png");
  }

  @Test
  @DisplayName("a key that is no text, or blank, is no name")
  void keysThatAreNoText() {
    assertThat(name(null, List.of(), ByteBuffer.wrap(new byte[] {-1, 2})))
        .isEqualTo("cameras-2-1.png");
    assertThat(name(null, List.of(), bytes("a\u0007"))).isEqualTo("cameras-2-1.png");
    assertThat(name(null, List.of(), bytes(" "))).isEqualTo("cameras-2-1.png");
  }

  @ParameterizedTest
  @CsvSource({"door,door.png", "door.5,door.5.png", ".door,.door.png", "door.v2.jpeg,door.v2.jpeg"})
  @DisplayName("a name without an extension has that of what the file begins with")
  void extensions(String key, String expected) {
    assertThat(name(null, List.of(), bytes(key))).isEqualTo(expected);
  }

  @Test
  void whatIsNotKnownIsJustBytes() {
    assertThat(OriginalName.of(record(List.of(), bytes("x")), message(null), new byte[3]))
        .isEqualTo("x.bin");
  }

  private static String name(String name, List<Header> headers, ByteBuffer key) {
    return OriginalName.of(record(headers, key), message(name), PNG);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  private static EncodedRecord message(String name) {
    return EncodedRecord.newBuilder()
        .setId("cameras-2-1")
        .setName(name)
        .setPayload(ByteBuffer.allocate(0))
        .build();
  }

  private static TopicRecord record(List<Header> headers, ByteBuffer key) {
    return new TopicRecord("cameras.ardm", 2, 1L, 0L, key, headers, null);
  }
}
