package io.ardmstream.jobs.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything the replay job may be told; {@code config/replay.yaml} explains each setting.
 *
 * @param runtime how Flink runs it
 * @param kafka how to reach Kafka
 * @param input what it reads
 * @param codec limits of what a container may claim
 * @param bundle when a bundle is complete
 * @param onUnknownModel what to do about records of models or format versions not installed here
 * @param target where the records go
 * @param destination dead letters and size limits
 * @param transaction how it writes exactly once
 */
public record ReplayConfig(
    RuntimeSettings runtime,
    KafkaSettings kafka,
    InputSettings input,
    int maxSamples,
    BundleSettings bundle,
    FailurePolicy onUnknownModel,
    ReplayTarget target,
    DestinationSettings destination,
    TransactionSettings transaction) {

  private static final String NAME = "ardm-replay";

  /**
   * Reads and checks all settings.
   *
   * @throws ConfigurationException naming every problem there is
   */
  public static ReplayConfig of(Settings settings) {
    SettingReader reader = new SettingReader(settings);
    RuntimeSettings runtime = RuntimeSettings.read(reader, NAME);
    ReplayConfig config =
        new ReplayConfig(
            runtime,
            KafkaSettings.read(reader),
            InputSettings.read(
                reader, runtime.name(), new StartPosition.Earliest(), StopPosition.LATEST),
            reader.count("codec.max-samples", 1 << 28, 1, Integer.MAX_VALUE),
            BundleSettings.read(reader),
            reader.choice("on-unknown-model", FailurePolicy.class, FailurePolicy.DEAD_LETTER),
            ReplayTarget.read(reader),
            DestinationSettings.read(reader),
            TransactionSettings.read(reader, runtime));
    Topics.checkApart(reader, config.input.topics(), config.outputTopics());
    reader.finish();
    return config;
  }

  /** The topics the job writes. */
  public List<String> outputTopics() {
    List<String> topics = new ArrayList<>();
    if (target instanceof ReplayTarget.Topic topic) {
      topics.add(topic.name());
    }
    topics.add(destination.deadLetterTopic());
    return topics;
  }
}
