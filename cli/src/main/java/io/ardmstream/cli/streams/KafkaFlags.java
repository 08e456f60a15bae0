package io.ardmstream.cli.streams;

import io.ardmstream.schema.WireFormat;
import io.ardmstream.schema.registry.RegistryAddress;
import io.ardmstream.schema.registry.RegistryFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Flags that say how to reach Kafka, and how to understand what is there. */
final class KafkaFlags {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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

  @Option(
      names = "--registry.url",
      paramLabel = "URL",
      defaultValue = "",
      description =
          "Schema registry of the job that wrote the topics, if it has one, for example"
              + " http://localhost:8081.")
  private String registry;

  /** The form of Avro values. */
  WireFormat wire() throws IOException {
    if (registry.isBlank()) {
      return WireFormat.singleObject();
    }
    Properties client = client();
    Map<String, String> properties = new HashMap<>();
    client.stringPropertyNames().forEach(name -> properties.put(name, client.getProperty(name)));
    try {
      return new RegistryFormat(RegistryAddress.of(registry.strip(), properties), Map.of());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), "--registry.url " + e.getMessage());
    }
  }

  /** The properties every client starts from. */
  Properties client() throws IOException {
    Properties client = new Properties();
    if (propertiesFile != null) {
      try (Reader in = Files.newBufferedReader(propertiesFile)) {
        client.load(in);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            command.commandLine(), propertiesFile + " is no file of Java properties.");
      }
    }
    client.setProperty("bootstrap.servers", servers);
    return client;
  }
}
