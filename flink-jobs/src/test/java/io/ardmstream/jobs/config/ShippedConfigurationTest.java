package io.ardmstream.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.jobs.backfill.BackfillConfig;
import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.rates.RatesConfig;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The files in {@code config/} work as they are and explain every setting. */
class ShippedConfigurationTest {

  private static final Path COMPRESS = Path.of("..", "config", "compress.yaml");
  private static final Path BACKFILL = Path.of("..", "config", "backfill.yaml");
  private static final Path REPLAY = Path.of("..", "config", "replay.yaml");
  private static final Path RATES = Path.of("..", "config", "rates.yaml");

  @Test
  void compressYamlIsAccepted() {
    CompressConfig config = CompressConfig.of(Settings.fromFile(COMPRESS));
    assertThat(config.input().topics()).containsExactly("media");
    assertThat(config.bundle().bytes()).isEqualTo(64 << 20);
  }

  @Test
  @DisplayName("backfill.yaml is accepted, and its values are the defaults")
  void backfillYamlIsAccepted() {
    Settings least =
        new Settings(
            Map.of("input.sources", "/data/recordings", "archive.folder", "/data/archive"));
    assertThat(BackfillConfig.of(Settings.fromFile(BACKFILL))).isEqualTo(BackfillConfig.of(least));
  }

  @Test
  void replayYamlIsAccepted() {
    ReplayConfig config = ReplayConfig.of(Settings.fromFile(REPLAY));
    assertThat(config.target()).isEqualTo(new ReplayTarget.Topic("media.restored"));
  }

  @Test
  @DisplayName("the values in replay.yaml are the defaults")
  void replayYamlHasTheDefaults() {
    Settings least =
        new Settings(
            Map.of(
                "kafka.bootstrap-servers", "localhost:9092",
                "input.topics", "media.ardm",
                "output.topic", "media.restored",
                "bundle.bytes", "16 mb",
                "output.dead-letter-topic", "media.replay-dead-letters"));
    assertThat(ReplayConfig.of(Settings.fromFile(REPLAY))).isEqualTo(ReplayConfig.of(least));
  }

  @Test
  @DisplayName("rates.yaml is accepted, and its values are the defaults")
  void ratesYamlIsAccepted() {
    Settings least =
        new Settings(
            Map.of(
                "kafka.bootstrap-servers", "localhost:9092",
                "input.topics", "media.statistics",
                "database.url", "jdbc:postgresql://localhost:5432/ardm",
                "output.topic", "media.rates",
                "output.dead-letter-topic", "media.rates-dead-letters"));
    assertThat(RatesConfig.of(Settings.fromFile(RATES))).isEqualTo(RatesConfig.of(least));
  }

  @Test
  @DisplayName("the values in the files are the defaults")
  void shippedValuesAreDefaults() {
    Settings least =
        new Settings(
            Map.of(
                "kafka.bootstrap-servers", "localhost:9092",
                "input.topics", "media",
                "output.topic", "media.ardm",
                "output.statistics-topic", "media.statistics",
                "output.dead-letter-topic", "media.dead-letters"));
    assertThat(CompressConfig.of(Settings.fromFile(COMPRESS))).isEqualTo(CompressConfig.of(least));
  }

  @Test
  @DisplayName("a comment stands above every setting or the one before it")
  void everySettingIsExplained() throws Exception {
    for (Path file : List.of(BACKFILL, COMPRESS, REPLAY, RATES)) {
      List<String> lines = Files.readAllLines(file);
      Pattern section = Pattern.compile("[a-z-]+:");
      for (int i = 1; i < lines.size(); i++) {
        boolean setting =
            lines.get(i).matches("\\s*[a-z-]+:.*") && !section.matcher(lines.get(i)).matches();
        if (setting) {
          assertThat(lines.get(i - 1)).as(file + ":" + (i + 1)).matches("\\s*#.*|  [a-z-]+: .*");
        }
      }
    }
  }
}
