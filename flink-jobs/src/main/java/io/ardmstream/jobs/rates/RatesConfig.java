package io.ardmstream.jobs.rates;

import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.kafka.DestinationSettings;
import io.ardmstream.jobs.kafka.KafkaSettings;
import io.ardmstream.jobs.kafka.RegistrySettings;
import io.ardmstream.jobs.kafka.Topics;
import io.ardmstream.jobs.kafka.TransactionSettings;
import io.ardmstream.jobs.kafka.source.InputSettings;
import io.ardmstream.jobs.kafka.source.StartPosition;
import io.ardmstream.jobs.kafka.source.StopPosition;
import io.ardmstream.jobs.run.RuntimeSettings;
import io.ardmstream.schema.registry.RegistryAddress;
import java.util.List;
import java.util.Optional;

/**
 * Everything the rates job may be told; {@code config/rates.yaml} explains each setting.
 *
 * @param runtime how Flink runs it
 * @param kafka how to reach Kafka
 * @param registry where schemas are registered; empty: nowhere, and values are in Avro's
 *     single-object encoding
 * @param input what it reads
 * @param windows how windows are handled
 * @param ratesTopic topic of the windows
 * @param database where the windows can be queried
 * @param destination dead letters and size limits
 * @param transaction how it writes exactly once
 */
public record RatesConfig(
    RuntimeSettings runtime,
    KafkaSettings kafka,
    Optional<RegistryAddress> registry,
    InputSettings input,
    WindowSettings windows,
    String ratesTopic,
    DatabaseSettings database,
    DestinationSettings destination,
    TransactionSettings transaction) {

  private static final String NAME = "ardm-rates";

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigurationException naming every problem there is
   */
  public static RatesConfig of(Settings settings) {
    SettingReader reader = new SettingReader(settings);
    RuntimeSettings runtime = RuntimeSettings.read(reader, NAME);
    KafkaSettings kafka = KafkaSettings.read(reader);
    RatesConfig config =
        new RatesConfig(
            runtime,
            kafka,
            RegistrySettings.read(reader, kafka),
            InputSettings.read(
                reader, runtime.name(), new StartPosition.Earliest(), StopPosition.NEVER),
            WindowSettings.read(reader),
            reader.required("output.topic", "name the topic for the rates"),
            DatabaseSettings.read(reader),
            DestinationSettings.read(reader),
            TransactionSettings.read(reader, runtime));
    Topics.checkApart(reader, config.input.topics(), config.outputTopics());
    reader.finish();
    return config;
  }

  /** The topics the job writes. */
  public List<String> outputTopics() {
    return List.of(ratesTopic, destination.deadLetterTopic());
  }
}
