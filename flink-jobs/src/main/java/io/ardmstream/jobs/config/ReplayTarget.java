package io.ardmstream.jobs.config;

import java.io.Serializable;

/** Where replayed records go. */
public sealed interface ReplayTarget extends Serializable {

  /**
   * Back to Kafka, with keys, headers and timestamps.
   *
   * @param name the topic
   */
  record Topic(String name) implements ReplayTarget {}

  /**
   * To files below a directory.
   *
   * @param directory path that every TaskManager can write
   */
  record Directory(String directory) implements ReplayTarget {}

  /** Reads whichever of {@code output.topic} and {@code output.directory} is set. */
  static ReplayTarget read(SettingReader reader) {
    String topic = reader.text("output.topic", "").strip();
    String directory = reader.text("output.directory", "").strip();
    if (topic.isEmpty() == directory.isEmpty()) {
      reader.problem("output", "needs either output.topic or output.directory, not both");
    }
    return directory.isEmpty() ? new Topic(topic) : new Directory(directory);
  }
}
