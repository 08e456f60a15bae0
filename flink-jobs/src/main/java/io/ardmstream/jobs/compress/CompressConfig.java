package io.ardmstream.jobs.compress;

import io.ardmstream.jobs.bundle.BundleSettings;
import io.ardmstream.jobs.bundle.CodecSettings;
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
 * Everything the compress job may be told; {@code config/compress.yaml} explains each setting.
 *
 * @param runtime how Flink runs it
 * @param kafka how to reach Kafka
 * @param registry where schemas are registered; empty: nowhere, and values are in Avro's
 *     single-object encoding
 * @param input what it reads
 * @param parse how values become media
 * @param codec how media is encoded
 * @param groups which records lean on the records before them
 * @param bundle when a bundle is complete
 * @param encodedTopic topic of the encoded records
 * @param statisticsTopic topic of the statistics
 * @param destination dead letters and size limits
 * @param transaction how it writes exactly once
 */
public record CompressConfig(
    RuntimeSettings runtime,
    KafkaSettings kafka,
    Optional<RegistryAddress> registry,
    InputSettings input,
    ParseSettings parse,
    CodecSettings codec,
    GroupSettings groups,
    BundleSettings bundle,
    String encodedTopic,
    String statisticsTopic,
    DestinationSettings destination,
    TransactionSettings transaction) {

  private static final String NAME = "ardm-compress";

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigurationException naming every problem there is
   */
  public static CompressConfig of(Settings settings) {
    SettingReader reader = new SettingReader(settings);
    RuntimeSettings runtime = RuntimeSettings.read(reader, NAME);
    KafkaSettings kafka = KafkaSettings.read(reader);
    CompressConfig config =
        new CompressConfig(
            runtime,
            kafka,
            RegistrySettings.read(reader, kafka),
            InputSettings.read(
                reader, runtime.name(), new StartPosition.Committed(), StopPosition.NEVER),
            ParseSettings.read(reader),
            CodecSettings.read(reader),
            GroupSettings.read(reader, kafka.properties()),
            BundleSettings.read(reader),
            reader.required("output.topic", "name the topic for the encoded records"),
            reader.required("output.statistics-topic", "name the topic for the statistics"),
            DestinationSettings.read(reader),
            TransactionSettings.read(reader, runtime));
    Topics.checkApart(reader, config.input.topics(), config.outputTopics());
    reader.finish();
    return config;
  }

  /** The same with other ways to run. */
  public CompressConfig withRuntime(RuntimeSettings other) {
    return new CompressConfig(
        other,
        kafka,
        registry,
        input,
        parse,
        codec,
        groups,
        bundle,
        encodedTopic,
        statisticsTopic,
        destination,
        transaction);
  }

  /** The topics the job writes. */
  public List<String> outputTopics() {
    return List.of(encodedTopic, statisticsTopic, destination.deadLetterTopic());
  }
}
