package io.ardmstream.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ardmstream.jobs.compress.CompressConfig;
import io.ardmstream.jobs.rates.RatesConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings may be printed by anybody at any time, so what is secret is not in their texts. */
class SecretsTest {

  private static final String SECRET = "correct horse battery staple";

  @TempDir private Path folder;
  private Map<String, String> settings;

  @BeforeEach
  void keepSecretsEverywhere() throws Exception {
    Path kafka =
        Files.writeString(
            folder.resolve("kafka.properties"),
            "ssl.key.password=%s\nschema.registry.basic.auth.user.info=me:%s"
                .formatted(SECRET, SECRET));
    Path password = Files.writeString(folder.resolve("password"), SECRET);
    settings =
        new HashMap<>(
            Map.of(
                "kafka.bootstrap-servers",
                "localhost:9092",
                "kafka.properties-file",
                kafka.toString(),
                "kafka.properties.sasl.jaas.config",
                SECRET,
                "flink.s3.secret-key",
                SECRET,
                "registry.url",
                "http://registry:8081",
                "input.topics",
                "in",
                "output.topic",
                "out",
                "output.dead-letter-topic",
                "letters",
                "database.url",
                "jdbc:postgresql://localhost/ardm?password=" + SECRET,
                "database.password-file",
                password.toString()));
  }

  @Test
  void ratesConfigHidesThem() {
    RatesConfig config = RatesConfig.of(new Settings(settings));
    assertThat(config.database().password()).isEqualTo(SECRET);
    assertThat(config.kafka().clientProperties()).containsEntry("ssl.key.password", SECRET);
    assertThat(config.registry().orElseThrow().properties())
        .containsEntry("basic.auth.user.info", "me:" + SECRET);
    assertThat(config.toString())
        .doesNotContain(SECRET)
        .contains("localhost:9092", "http://registry:8081");
  }

  @Test
  void compressConfigHidesThem() {
    settings.keySet().removeIf(key -> key.startsWith("database."));
    settings.put("output.statistics-topic", "statistics");
    assertThat(CompressConfig.of(new Settings(settings)).toString()).doesNotContain(SECRET);
  }

  @Test
  void problemsDoNotQuoteThem() {
    settings.remove("input.topics");
    settings.put("database.password", SECRET);
    ConfigurationException problems =
        catchThrowableOfType(
            ConfigurationException.class, () -> RatesConfig.of(new Settings(settings)));
    assertThat(problems.problems()).hasSize(2);
    assertThat(problems.getMessage()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "database:\n  password: @SECRET",
        "database:\n  password: SECRET: x",
        "database:\n  password: \"SECRET",
        "database:\n  password: 'SECRET",
        "database:\n  password: *SECRET",
        "database:\n  password: %SECRET",
        "database:\n  password: `SECRET`",
        "database:\n  password: [SECRET",
        "database:\n  password: {SECRET",
        "database:\n\tpassword: SECRET",
        "database:\n  password: !SECRET!x y",
        "database:\n  password: &SECRET&x y: z",
        "database:\n  password: |SECRET\n x",
        "database:\n  password: SECRET\n x: y\n"
      })
  void aFileThatIsNoYamlIsNotQuoted(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("rates.yaml"), text.replace("SECRET", SECRET));
    ConfigurationException problem =
        catchThrowableOfType(ConfigurationException.class, () -> Settings.fromFile(file));
    if (problem != null) {
      assertThat(problem.getMessage()).doesNotContain(SECRET).contains("rates.yaml", "line ");
      assertThat(problem.getCause()).isNull();
    }
    assertThat(problem != null || text.contains("!SECRET!") || text.contains("&")).isTrue();
  }
}
