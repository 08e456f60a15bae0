package io.ardmstream.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.kafka.connect.ArdmConverter;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.EncodedRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a client sends encoded, a client reads as it was. */
class ArdmSerdeTest {
  private static final String TOPIC = "cameras.ardm";
  private static final Path SAMPLES = Path.of("..", "samples");

  private final ArdmSerde serde = new ArdmSerde();

  @AfterEach
  void close() {
    serde.close();
  }

  @Test
  @DisplayName("a recording comes back byte for byte, and the record says what it is")
  void recording() throws Exception {
    byte[] file = Files.readAllBytes(SAMPLES.resolve("audio/speech-bed.wav"));
    serde.configure(Map.of(), false);

    byte[] encoded = serde.serializer().serialize(TOPIC, file);

    EncodedRecord record = AvroMessage.of(EncodedRecord.class).fromBytes(encoded);
    assertThat(encoded).hasSizeLessThan(file.length / 2);
    assertThat(record.getModel().getName()).startsWith("audio-fast");
    assertThat(record.getStream()).isEqualTo(TOPIC);
    assertThat(record.getRawLength()).isEqualTo(file.length);
    assertThat(record.getCodecVersion()).matches("ardm-stream \\d+\\.\\d+\\.\\d+.*");
    assertThat(serde.deserializer().deserialize(TOPIC, encoded)).isEqualTo(file);
  }

  @Test
  @DisplayName("bare samples by a descriptor, other bytes as they are, tombstones as null")
  void otherValues() {
    serde.configure(
        Map.of(ArdmSerdeConfig.MODEL, "none", ArdmSerdeConfig.RAW_DESCRIPTOR, "u8,1x16x16"), false);
    byte[] samples = new byte[256];
    samples[7] = 3;
    byte[] text = "no media".getBytes(UTF_8);

    for (byte[] value : new byte[][] {samples, text, new byte[0]}) {
      byte[] encoded = serde.serializer().serialize(TOPIC, value);
      assertThat(serde.deserializer().deserialize(TOPIC, encoded)).isEqualTo(value);
    }
    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void whatIsNoMediaCanBeRefused() {
    serde.configure(
        Map.of(ArdmSerdeConfig.MODEL, "none", ArdmSerdeConfig.UNRECOGNISED, "refuse"), false);
    assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, "text".getBytes(UTF_8)))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining(TOPIC)
        .hasMessageContaining("no known media format");
  }

  @Test
  @DisplayName("values that are damaged, or no encoded records, name topic and reason")
  void damagedValues() {
    serde.configure(Map.of(ArdmSerdeConfig.MODEL, "none"), false);
    byte[] encoded = serde.serializer().serialize(TOPIC, new byte[1000]);
    byte[] damaged = encoded.clone();
    damaged[encoded.length - 3] ^= 1;

    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, damaged))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("cannot be decoded");
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, new byte[5]))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("is no EncodedRecord");
  }

  @Test
  @DisplayName("settings that cannot be used are refused when the client is made")
  void unusableSettings() {
    Map<String, String> unusable =
        Map.of(
            ArdmSerdeConfig.MODEL,
            "image-bst",
            ArdmSerdeConfig.RAW_DESCRIPTOR,
            "ten pixels",
            ArdmSerdeConfig.UNRECOGNISED,
            "drop",
            "ardm.modle",
            "image-best",
            ArdmSerdeConfig.REGISTRY_URL,
            "registry:8081");
    unusable.forEach(
        (name, value) -> {
          Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", "b:1"));
          settings.put(name, value);
          assertThatThrownBy(() -> new ArdmSerializer().configure(settings, false))
              .as(name)
              .isInstanceOf(ConfigException.class)
              .hasMessageContaining(name);
        });
  }

  @Test
  @DisplayName("the converter gives connectors the bytes of the originals, and takes only bytes")
  void converter() throws IOException {
    ArdmConverter converter = new ArdmConverter();
    converter.configure(Map.of(ArdmSerdeConfig.MODEL, "none"), false);
    byte[] file = new byte[300];

    byte[] encoded = converter.fromConnectData(TOPIC, Schema.BYTES_SCHEMA, file);

    assertThat(encoded).isNotEqualTo(file);
    assertThat((byte[]) converter.toConnectData(TOPIC, encoded).value()).isEqualTo(file);
    assertThat(converter.fromConnectData(TOPIC, Schema.BYTES_SCHEMA, ByteBuffer.wrap(file)))
        .isEqualTo(encoded);
    assertThat(converter.toConnectData(TOPIC, null).value()).isNull();
    assertThatThrownBy(() -> converter.fromConnectData(TOPIC, Schema.STRING_SCHEMA, "text"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("takes bytes");
    converter.close();
  }
}
