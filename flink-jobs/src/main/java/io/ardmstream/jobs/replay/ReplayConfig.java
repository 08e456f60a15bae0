package io.ardmstream.jobs.replay;

import io.ardmstream.bundle.InferenceEngine;
import io.ardmstream.jobs.bundle.BundleSettings;
import io.ardmstream.jobs.bundle.FailurePolicy;
import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.config.ReportFormat;
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
import io.ardmstream.media.Limits;
import io.ardmstream.schema.registry.RegistryAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the replay job may be told; {@code config/replay.yaml} explains each setting.
 *
 * @param runtime how Flink runs it
 * @param kafka how to reach Kafka
 * @param registry where schemas are registered; empty: nowhere, and values are in Avro's
 *     single-object encoding
 * @param input what it reads
 * @param recordsPerSecond most records read in a second, by all subtasks together; 0: no limit
 * @param engine what evaluates the models' networks: auto, java, tensorflow
 * @param maxSamples most samples a container may claim
 * @param samplesPerByte most of them that take work, for each of its bytes
 * @param bundle when a bundle is complete
 * @param onUnknownModel what to do about records of models or format versions not installed here
 * @param target where the records go
 * @param destination dead letters and size limits
 * @param transaction how it writes exactly once
 * @param report how it reports what it did
 */
public record ReplayConfig(
    RuntimeSettings runtime,
    KafkaSettings kafka,
    Optional<RegistryAddress> registry,
    InputSettings input,
    int recordsPerSecond,
    String engine,
    int maxSamples,
    int samplesPerByte,
    BundleSettings bundle,
    FailurePolicy onUnknownModel,
    ReplayTarget target,
    DestinationSettings destination,
    TransactionSettings transaction,
    ReportFormat report) {

  static final String VERIFY_ONLY = "verify-only";

  private static final String NAME = "ardm-replay";

  /**
   * Reads and checks the arguments of a job; {@code --verify-only} may stand without a value.
   *
   * @throws ConfigurationException naming every problem there is
   */
  public static ReplayConfig ofArguments(List<String> arguments) {
    return of(Settings.fromArguments(arguments, Set.of(VERIFY_ONLY)));
  }

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigurationException naming every problem there is
   */
  public static ReplayConfig of(Settings settings) {
    SettingReader reader = new SettingReader(settings);
    RuntimeSettings runtime = RuntimeSettings.read(reader, NAME);
    KafkaSettings kafka = KafkaSettings.read(reader);
    ReplayTarget target = ReplayTarget.read(reader);
    ReplayConfig config =
        new ReplayConfig(
            runtime,
            kafka,
            RegistrySettings.read(reader, kafka),
            InputSettings.read(
                reader, runtime.name(), new StartPosition.Earliest(), StopPosition.LATEST),
            reader.count("input.max-records-per-second", 0, 0, 1_000_000_000),
            reader.text("codec.engine", InferenceEngine.AUTOMATIC).strip(),
            reader.count("codec.max-samples", 1 << 28, 1, Integer.MAX_VALUE),
            reader.count(
                "codec.max-samples-per-byte",
                Limits.SAMPLES_PER_CONTAINER_BYTE,
                1,
                Integer.MAX_VALUE),
            BundleSettings.read(reader),
            reader.choice("on-unknown-model", FailurePolicy.class, FailurePolicy.DEAD_LETTER),
            target,
            target instanceof ReplayTarget.Nowhere
                ? DestinationSettings.readOptional(reader)
                : DestinationSettings.read(reader),
            TransactionSettings.read(reader, runtime),
            reader.choice("report", ReportFormat.class, ReportFormat.TEXT));
    Topics.checkApart(reader, config.input.topics(), config.outputTopics());
    reader.finish();
    return config;
  }

  /** The same with other ways to run. */
  public ReplayConfig withRuntime(RuntimeSettings other) {
    return new ReplayConfig(
        other,
        kafka,
        registry,
        input,
        recordsPerSecond,
        engine,
        maxSamples,
        samplesPerByte,
        bundle,
        onUnknownModel,
        target,
        destination,
        transaction,
        report);
  }

  /** The topics the job writes; none if it only verifies. */
  public List<String> outputTopics() {
    if (target instanceof ReplayTarget.Nowhere) {
      return List.of();
    }
    List<String> topics = new ArrayList<>();
    if (target instanceof ReplayTarget.Topic topic) {
      topics.add(topic.name());
    }
    topics.add(destination.deadLetterTopic());
    return topics;
  }
}
