package io.ardmstream.jobs.replay;

import io.ardmstream.jobs.config.ConfigurationException;
import io.ardmstream.jobs.config.SettingReader;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
  record Directory(String directory) implements ReplayTarget {

    /**
     * Makes it, for a job that is to run on this machine: it would try again for ever.
     *
     * @throws ConfigurationException if files cannot be written there
     */
    public void make() {
      Path folder = Path.of(directory).toAbsolutePath();
      String reason = folder + " cannot be written";
      try {
        if (Files.isWritable(Files.createDirectories(folder))) {
          return;
        }
      } catch (IOException e) {
        reason = folder + " cannot be made (" + e + ")";
      }
      throw new ConfigurationException(
          List.of("output.directory " + reason + ": name a directory that you may write to"));
    }
  }

  /** Nowhere: every record is decoded, every checksum checked, nothing written. */
  record Nowhere() implements ReplayTarget {}

  /** Reads {@code verify-only}, then {@code output.directory}, then {@code output.topic}. */
  static ReplayTarget read(SettingReader reader) {
    boolean verifyOnly = reader.flag(ReplayConfig.VERIFY_ONLY, false);
    String topic = reader.text("output.topic", "").strip();
    String directory = reader.text("output.directory", "").strip();
    if (verifyOnly) {
      return new Nowhere();
    }
    if (topic.isEmpty() && directory.isEmpty()) {
      reader.problem("output", "needs output.topic or output.directory, unless verify-only is set");
    }
    if (directory.isEmpty()) {
      return new Topic(topic);
    }
    blocked(directory)
        .ifPresent(
            file ->
                reader.problem("output.directory", file + " is a file: name another directory"));
    return new Directory(directory);
  }

  /** The file, if there is one, where the directory or one that it lies in would have to be. */
  private static Optional<Path> blocked(String directory) {
    return Stream.iterate(Path.of(directory).toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
