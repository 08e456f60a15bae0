package io.ardmstream.jobs.backfill;

import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.jobs.run.RuntimeSettings;
import java.util.Map;

/**
 * How Flink runs a job that ends by itself.
 *
 * @param name name of the job in Flink
 * @param parallelism subtasks that share the work; 0: Flink's own default
 * @param flink any option of Flink itself
 */
public record BatchSettings(String name, int parallelism, Map<String, String> flink) {

  static BatchSettings read(SettingReader reader, String name) {
    return new BatchSettings(
        reader.text("job.name", name),
        reader.count("job.parallelism", 0, 0, 32_768),
        reader.section("flink"));
  }

  /** Without the values that Flink itself hides, such as keys of object stores. */
  @Override
  public String toString() {
    return RuntimeSettings.describe(name, parallelism, flink);
  }
}
