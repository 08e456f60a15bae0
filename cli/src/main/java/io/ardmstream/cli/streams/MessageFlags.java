package io.ardmstream.cli.streams;

import io.ardmstream.schema.WireFormat;
import io.ardmstream.schema.registry.RegistryAddress;
import io.ardmstream.schema.registry.RegistryFormat;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Flags that say how to reach Kafka, and how to understand what the jobs have written there. */
final class MessageFlags extends KafkaFlags {
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
      throw new ParameterException(commandLine(), "--registry.url " + e.getMessage());
    }
  }
}
