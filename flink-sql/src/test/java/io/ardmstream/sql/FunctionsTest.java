package io.ardmstream.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.failure.ArdmException;
import io.ardmstream.schema.AvroMessage;
import io.ardmstream.schema.ByteFields;
import io.ardmstream.schema.EncodedRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The functions as Flink calls them; whole queries are in integration-tests. */
class FunctionsTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  private final ArdmEncode encode = new ArdmEncode();
  private final ArdmDecode decode = new ArdmDecode();
  private final ArdmInfo info = new ArdmInfo();

  @BeforeEach
  void open() {
    encode.open(null);
    decode.open(null);
    info.open(null);
  }

  @AfterEach
  void close() {
    encode.close();
    decode.close();
  }

  @Test
  @DisplayName("a recording comes back byte for byte, and the row says what it is")
  void recording() throws Exception {
    byte[] file = Files.readAllBytes(SAMPLES.resolve("audio/spoken-digit-seven.wav"));

    byte[] encoded = encode.eval(file);
    Row row = info.eval(encoded);

    assertThat(encoded).hasSizeLessThan(file.length);
    assertThat(decode.eval(encoded)).isEqualTo(file);
    assertThat(row.getField(2)).isEqualTo("WAV");
    assertThat(row.getField(3)).isEqualTo("AUDIO");
    assertThat((String) row.getField(11)).startsWith("audio-fast");
  }

  @Test
  @DisplayName("the bytes of .ardm files are understood as values of topics are")
  void bareContainers() throws Exception {
    byte[] file = "P5\n2 2\n255\nabcd".getBytes(UTF_8);
    byte[] encoded = encode.eval(file, "none");
    byte[] container =
        ByteFields.toArray(AvroMessage.of(EncodedRecord.class).fromBytes(encoded).getPayload());

    assertThat(decode.eval(container)).isEqualTo(file);
    assertThat(info.eval(container).getField(4)).isEqualTo(2);
  }

  @Test
  @DisplayName("NULL stays NULL; what is no encoded record has no info and cannot be decoded")
  void otherValues() {
    byte[] text = "text".getBytes(UTF_8);
    assertThat(encode.eval(null)).isNull();
    assertThat(decode.eval(null)).isNull();
    assertThat(info.eval(null)).isNull();
    assertThat(info.eval(text)).isNull();
    assertThatThrownBy(() -> decode.eval(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no encoded record");
    assertThat(decode.eval(encode.eval(text))).isEqualTo(text);
  }

  @Test
  void aModelThatIsNotInstalledIsNamed() {
    assertThatThrownBy(() -> encode.eval("text".getBytes(UTF_8), "image-bst"))
        .isInstanceOf(ArdmException.class)
        .hasMessageContaining("image-bst");
  }
}
