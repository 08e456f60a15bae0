package io.ardmstream.jobs.kafka;

import io.ardmstream.jobs.config.SettingReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers comma-separated host:port list
 * @param properties client properties of the user, for example for TLS and SASL; never printed
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> properties)
    implements Serializable {

  /** Keeps a copy. */
  public KafkaSettings {
    properties = new HashMap<>(properties);
  }

  public static KafkaSettings read(SettingReader reader) {
    String servers =
        reader.required(
            "kafka.bootstrap-servers", "name at least one broker, for example localhost:9092");
    Map<String, String> properties = new HashMap<>();
    reader.read(
        "kafka.properties-file",
        null,
        file -> load(Path.of(file), properties),
        "name a readable Java properties file with Kafka client settings");
    properties.putAll(reader.section("kafka.properties"));
    return new KafkaSettings(servers, properties);
  }

  /** Those of a client. */
  public static KafkaSettings of(Properties client) {
    Map<String, String> properties = new HashMap<>();
    client.stringPropertyNames().forEach(name -> properties.put(name, client.getProperty(name)));
    return new KafkaSettings(client.getProperty("bootstrap.servers"), properties);
  }

  /** The properties every client of this job starts from. */
  public Properties clientProperties() {
    Properties client = new Properties();
    client.putAll(properties);
    client.setProperty("bootstrap.servers", bootstrapServers);
    return client;
  }

  /** Says where, never how: the properties may hold passwords. */
  @Override
  public String toString() {
    return "Kafka at " + bootstrapServers;
  }

  private static Path load(Path file, Map<String, String> into) {
    Properties loaded = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      loaded.load(in);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot be read", e);
    }
    loaded.stringPropertyNames().forEach(name -> into.put(name, loaded.getProperty(name)));
    return file;
  }
}
