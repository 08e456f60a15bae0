package io.ardmstream.jobs.kafka;

import io.ardmstream.jobs.config.SettingReader;
import io.ardmstream.jobs.run.RuntimeSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * How a job writes exactly once.
 *
 * @param idPrefix start of its transaction names; unique per job on a Kafka cluster and the same
 *     after every restart
 * @param timeout after which the broker aborts a transaction that nobody completes; a job that is
 *     down longer loses what it had written since its last completed checkpoint
 */
public record TransactionSettings(String idPrefix, Duration timeout) implements Serializable {

  public static TransactionSettings read(SettingReader reader, RuntimeSettings runtime) {
    TransactionSettings settings =
        new TransactionSettings(
            reader.text("output.transactional-id-prefix", runtime.name()).strip(),
            reader.duration("output.transaction-timeout", "15 min", "10 s", "7 d"));
    settings.check(reader, runtime);
    return settings;
  }

  private void check(SettingReader reader, RuntimeSettings runtime) {
    if (idPrefix.isEmpty()) {
      reader.problem(
          "output.transactional-id-prefix", "is empty: name it after the job, once per cluster");
    }
    Duration needed = runtime.checkpointInterval().plus(runtime.checkpointTimeout());
    if (timeout.compareTo(needed) <= 0) {
      reader.problem(
          "output.transaction-timeout",
          "is "
              + timeout.toSeconds()
              + " s, not more than job.checkpoint-interval and job.checkpoint-timeout together ("
              + needed.toSeconds()
              + " s), so that the broker may drop records the job counts as written: raise it, or"
              + " lower those two");
    }
  }
}
