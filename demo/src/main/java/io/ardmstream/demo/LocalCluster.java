package io.ardmstream.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionVertex;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A real Flink cluster in this process: a JobManager and TaskManagers. */
public final class LocalCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long POLL_MILLIS = 20;

  private final MiniCluster cluster;
  private int oldestTaskManager;

  private LocalCluster(MiniCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts it.
   *
   * @param directory for its temporary files
   * @param taskManagers how many, each with the given number of slots
   * @param slots subtasks a TaskManager can run at a time
   */
  public static LocalCluster start(Path directory, int taskManagers, int slots) throws Exception {
    return start(directory, taskManagers, slots, Map.of());
  }

  /**
   * Starts it with settings of Flink's own.
   *
   * @param settings they win over those that keep it small
   */
  public static LocalCluster start(
      Path directory, int taskManagers, int slots, Map<String, String> settings) throws Exception {
    Configuration flink = new Configuration();
    flink.set(CoreOptions.TMP_DIRS, directory.toString());
    flink.set(RestOptions.BIND_PORT, "0");
    flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(16));
    flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(16));
    flink.addAll(Configuration.fromMap(settings));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(flink)
                .setCommonBindAddress("127.0.0.1")
                .setNumTaskManagers(taskManagers)
                .setNumSlotsPerTaskManager(slots)
                .build());
    cluster.start();
    return new LocalCluster(cluster);
  }

  /** Starts a job and returns at once. */
  public JobID submit(StreamExecutionEnvironment job) throws Exception {
    return cluster.submitJob(job.getStreamGraph()).get().getJobID();
  }

  /** Runs a job to its end. */
  public JobExecutionResult run(StreamExecutionEnvironment job) throws Exception {
    return resultOf(submit(job));
  }

  /**
   * Waits for the end of a job.
   *
   * @throws Exception why it failed, if it did
   */
  public JobExecutionResult resultOf(JobID job) throws Exception {
    JobResult result = cluster.requestJobResult(job).get();
    return result.toJobExecutionResult(Thread.currentThread().getContextClassLoader());
  }

  /** What a job is doing. */
  public JobStatus statusOf(JobID job) throws ExecutionException, InterruptedException {
    return cluster.getJobStatus(job).get();
  }

  /** Ends a job that follows its topics. */
  public void cancel(JobID job) throws ExecutionException, InterruptedException {
    cluster.cancelJob(job).get();
    cluster.requestJobResult(job).get();
  }

  /** Ends a job with a savepoint in the directory, and says where that lies. */
  public String stopWithSavepoint(JobID job, Path directory)
      throws ExecutionException, InterruptedException {
    return cluster
        .stopWithSavepoint(job, directory.toString(), false, SavepointFormatType.CANONICAL)
        .get();
  }

  /** Waits until all tasks of a job run; fails when it ends instead. */
  public void awaitRunning(JobID job) throws ExecutionException, InterruptedException {
    while (!isRunning(job)) {
      if (statusOf(job).isTerminalState()) {
        throw new IllegalStateException("the job has ended: " + statusOf(job));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Ends the oldest TaskManager without a word to its tasks, and starts a new one in its place. */
  public void replaceTaskManager() throws Exception {
    cluster.startTaskManager();
    cluster.terminateTaskManager(oldestTaskManager++).get();
  }

  @Override
  public void close() throws Exception {
    cluster.closeAsync().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private boolean isRunning(JobID job) throws ExecutionException, InterruptedException {
    for (AccessExecutionVertex task :
        cluster.getExecutionGraph(job).get().getAllExecutionVertices()) {
      if (task.getExecutionState() != ExecutionState.RUNNING) {
        return false;
      }
    }
    return true;
  }
}
