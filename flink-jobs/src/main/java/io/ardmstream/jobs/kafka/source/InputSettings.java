package io.ardmstream.jobs.kafka.source;

import io.ardmstream.jobs.config.SettingReader;
import java.util.List;

/**
 * What a job reads.
 *
 * @param topics at least one topic
 * @param group consumer group; its offsets show progress and are a start position
 * @param start where to begin without a checkpoint
 * @param stop when to end
 */
public record InputSettings(
    List<String> topics, String group, StartPosition start, StopPosition stop) {

  public static InputSettings read(
      SettingReader reader, String jobName, StartPosition start, StopPosition stop) {
    return new InputSettings(
        reader.requiredList("input.topics", "name the topics to read, for example [media]"),
        reader.text("input.group", jobName),
        reader.read("input.start", start, StartPosition::parse, StartPosition.GRAMMAR),
        reader.choice("input.stop", StopPosition.class, stop));
  }
}
