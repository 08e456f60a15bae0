package io.ardmstream.jobs.kafka;

import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.schema.registry.RegistryAddress;
import java.util.Optional;

/** Whether Avro values go by a schema registry, and where it is. */
public final class RegistrySettings {

  private static final String URL = "registry.url";

  private RegistrySettings() {}

  /** Empty: by none. */
  public static Optional<RegistryAddress> read(SettingReader reader, KafkaSettings kafka) {
    String url = reader.text(URL, "").strip();
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RegistryAddress.of(url, kafka.properties()));
    } catch (IllegalArgumentException e) {
      reader.problem(URL, e.getMessage());
      return Optional.empty();
    }
  }
}
