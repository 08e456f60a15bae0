package io.ardmstream.jobs.config;

import java.util.List;

/**
 * Everything the rates job may be told; {@code config/rates.yaml} explains each setting.
 *
 * @param runtime how Flink runs it
 * @param kafka how to reach Kafka
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
    RatesConfig config =
        new RatesConfig(
            runtime,
            KafkaSettings.read(reader),
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
