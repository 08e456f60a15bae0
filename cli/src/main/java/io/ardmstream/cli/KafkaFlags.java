package io.ardmstream.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Flags that say how to reach Kafka. */
final class KafkaFlags {
  @Option(
      names = "--kafka.bootstrap-servers",
      paramLabel = "HOST:PORT",
      defaultValue = "localhost:9092",
      description = "At least one broker (default: ${DEFAULT-VALUE}).")
  private String servers;

  @Option(
      names = "--kafka.properties-file",
      paramLabel = "FILE",
      description = "Java properties file with further client settings, as for TLS; never shown.")
  private Path propertiesFile;

  /** The properties every client starts from. */
  Properties client() throws IOException {
    Properties client = new Properties();
    if (propertiesFile != null) {
      try (Reader in = Files.newBufferedReader(propertiesFile)) {
        client.load(in);
      }
    }
    client.setProperty("bootstrap.servers", servers);
    return client;
  }
}
