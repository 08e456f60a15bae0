package io.ardmstream.cli.streams;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Flags that say how to reach Kafka. */
class KafkaFlags {
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

  /** The command that has these flags. */
  final CommandLine commandLine() {
    return command.commandLine();
  }

  /** The properties every client starts from. */
  final Properties client() throws IOException {
    Properties client = new Properties();
    if (propertiesFile != null) {
      try (Reader in = Files.newBufferedReader(propertiesFile)) {
        client.load(in);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            commandLine(), propertiesFile + " is no file of Java properties.");
      }
    }
    client.setProperty("bootstrap.servers", servers);
    return client;
  }
}
