package io.ardmstream.jobs.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;

/** Runs a job and waits for its end. */
public final class LocalRun {

  private static final Duration GLANCE = Duration.ofSeconds(3);

  private LocalRun() {}

  /**
   * Runs it.
   *
   * @param progress told every few seconds what the job has done so far
   * @throws ReplayStoppedException if the job stopped at a record that cannot be decoded here
   */
  public static JobReport of(StreamExecutionEnvironment job, Consumer<JobReport> progress)
      throws Exception {
    JobClient client = job.executeAsync();
    try {
      return JobReport.of(result(client, progress));
    } catch (ExecutionException e) {
      throw ExceptionUtils.findThrowable(e, ReplayStoppedException.class)
          .map(Exception.class::cast)
          .orElseGet(() -> e.getCause() instanceof Exception cause ? cause : e);
    }
  }

  static JobExecutionResult result(JobClient client, Consumer<JobReport> progress)
      throws ExecutionException, InterruptedException {
    CompletableFuture<JobExecutionResult> result = client.getJobExecutionResult();
    while (true) {
      try {
        return result.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillRunning) {
        look(client, progress);
      }
    }
  }

  /**
   * A job that has just ended, or begins again, has nothing to tell; its end says the rest. The
   * cluster in this process is gone with its job, and says so by an exception of its own.
   */
  private static void look(JobClient client, Consumer<JobReport> progress)
      throws InterruptedException {
    try {
      progress.accept(
          JobReport.of(client.getAccumulators().get(GLANCE.toMillis(), TimeUnit.MILLISECONDS)));
    } catch (ExecutionException | TimeoutException | IllegalStateException notNow) {
      // the next glance
    }
  }
}
