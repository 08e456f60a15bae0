package io.ardmstream.jobs.run;

import io.ardmstream.jobs.replay.ReplayStoppedException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;

/** Runs a job and waits for its end. */
public final class LocalRun {

  private LocalRun() {}

  /**
   * Runs it.
   *
   * @throws ReplayStoppedException if the job stopped at a record that cannot be decoded here
   */
  public static JobReport of(StreamExecutionEnvironment job) throws Exception {
    try {
      return JobReport.of(job.execute());
    } catch (JobExecutionException e) {
      throw ExceptionUtils.findThrowable(e, ReplayStoppedException.class)
          .map(Exception.class::cast)
          .orElse(e);
    }
  }
}
