package io.ardmstream.jobs.run;

import io.ardmstream.jobs.config.SettingReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.ConfigurationUtils;

/**
 * How Flink runs a job.
 *
 * @param name name of the job in Flink
 * @param parallelism subtasks of every operator; 0: Flink's own default
 * @param maxParallelism upper bound for later rescaling
 * @param checkpointInterval time between checkpoints; also the latency of what the job writes
 * @param checkpointTimeout a checkpoint that takes longer is given up
 * @param checkpointDirectory URI where checkpoints are kept; empty: Flink's own setting
 * @param resume whether a cluster in this process goes on from the newest checkpoint
 * @param flink any option of Flink itself
 */
public record RuntimeSettings(
    String name,
    int parallelism,
    int maxParallelism,
    Duration checkpointInterval,
    Duration checkpointTimeout,
    String checkpointDirectory,
    boolean resume,
    Map<String, String> flink) {

  public static RuntimeSettings read(SettingReader reader, String name) {
    return new RuntimeSettings(
        reader.text("job.name", name),
        reader.count("job.parallelism", 0, 0, 32_768),
        reader.count("job.max-parallelism", 128, 1, 32_768),
        reader.duration("job.checkpoint-interval", "10 s", "100 ms", "1 h"),
        reader.duration("job.checkpoint-timeout", "5 min", "1 s", "6 h"),
        reader.text("job.checkpoint-directory", "").strip(),
        reader.flag("job.resume", true),
        reader.section("flink"));
  }

  /** The same with other checkpoints and further options of Flink. */
  public RuntimeSettings with(String checkpoints, Map<String, String> furtherFlink) {
    Map<String, String> all = new HashMap<>(flink);
    all.putAll(furtherFlink);
    return new RuntimeSettings(
        name,
        parallelism,
        maxParallelism,
        checkpointInterval,
        checkpointTimeout,
        checkpoints,
        resume,
        all);
  }

  /** Without the values that Flink itself hides, such as keys of object stores. */
  @Override
  public String toString() {
    return describe(name, parallelism, flink);
  }

  public static String describe(String name, int parallelism, Map<String, String> flink) {
    return name
        + " with parallelism "
        + parallelism
        + " and "
        + ConfigurationUtils.hideSensitiveValues(flink);
  }
}
