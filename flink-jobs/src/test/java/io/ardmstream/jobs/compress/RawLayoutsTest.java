package io.ardmstream.jobs.compress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.schema.Header;
import io.ardmstream.schema.TopicRecord;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One job for topics of many layouts. */
class RawLayoutsTest {
  private final RawLayouts layouts =
      read(
          Map.of(
              "input.raw-descriptor", "u8,1x8x8",
              "input.raw-descriptors.mics.*", "s16le,1ch,16000",
              "input.raw-descriptors.mics.hall", "s16le,2ch,44100",
              "input.raw-descriptors.files", ""));

  @Test
  void theHeaderComesFirstThenTheLongestNameThenWhatIsSaidForAll() {
    assertThat(of("cameras")).isEqualTo("u8,1x8x8");
    assertThat(of("mics.yard")).isEqualTo("s16le,1ch,16000");
    assertThat(of("mics.hall")).isEqualTo("s16le,2ch,44100");
    assertThat(of("micsXyard")).isEqualTo("u8,1x8x8");
    Header header = new Header("ardm.raw-descriptor", ByteBuffer.wrap("u8,3x2x2".getBytes(UTF_8)));
    assertThat(layouts.of(record("mics.hall", List.of(header)))).isEqualTo("u8,3x2x2");
  }

  @Test
  void anEmptyLayoutSaysThatATopicHoldsFiles() {
    assertThat(of("files")).isNull();
  }

  @Test
  void everyLayoutIsChecked() {
    assertThatThrownBy(() -> read(Map.of("input.raw-descriptors.mics", "ten pixels")))
        .hasMessageContaining("input.raw-descriptors.mics")
        .hasMessageContaining("declare the layout");
  }

  private String of(String topic) {
    return layouts.of(record(topic, List.of()));
  }

  private static RawLayouts read(Map<String, String> settings) {
    SettingReader reader = new SettingReader(new Settings(settings));
    RawLayouts layouts = RawLayouts.read(reader);
    reader.finish();
    return layouts;
  }

  private static TopicRecord record(String topic, List<Header> headers) {
    return new TopicRecord(topic, 0, 0L, 0L, null, headers, ByteBuffer.allocate(1));
  }
}
