package io.ardmstream.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session cluster: a JobManager and TaskManagers of one slot, each a process of its own. */
final class FlinkCluster implements AutoCloseable {

  private static final String ENTRY_POINT =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final Set<String> ENDED = Set.of("CANCELED", "FINISHED", "FAILED");
  private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID ([0-9a-f]{32})");

  private final FlinkHome home;
  private final List<String> prefix;
  private final RestApi rest;
  private final Map<String, Program> taskManagers = new HashMap<>();
  private int started;
  private Program jobManager;

  private FlinkCluster(FlinkHome home, List<String> prefix, RestApi rest) {
    this.home = home;
    this.prefix = prefix;
    this.rest = rest;
  }

  /**
   * Starts a JobManager and two TaskManagers.
   *
   * @param folder for everything it writes
   * @param settings of Flink, beside those of the deployment
   * @param prefix what its commands begin with
   */
  static FlinkCluster start(Path folder, Map<String, String> settings, List<String> prefix)
      throws Exception {
    int port = Ports.free();
    Map<String, String> all = new HashMap<>(Deployment.flink(folder));
    all.put("rest.port", "" + port);
    all.put("jobmanager.rpc.port", "" + Ports.free());
    all.putAll(settings);
    FlinkHome home = FlinkHome.of(folder.resolve("conf"), all);
    FlinkCluster cluster = new FlinkCluster(home, prefix, new RestApi(port));
    try {
      cluster.startJobManager();
      cluster.startTaskManager();
      cluster.startTaskManager();
      cluster.awaitTaskManagers(2);
      return cluster;
    } catch (Exception | AssertionError e) {
      cluster.close();
      throw e;
    }
  }

  RestApi rest() {
    return rest;
  }

  void startJobManager() throws IOException {
    jobManager = home.jobManager(ENTRY_POINT, List.of(), prefix);
  }

  Program jobManager() {
    return jobManager;
  }

  void startTaskManager() throws IOException {
    String id = "taskmanager-" + ++started;
    taskManagers.put(id, home.taskManager(id, prefix));
  }

  /** The TaskManagers that run, by the names that the cluster has for them. */
  Map<String, Program> taskManagers() {
    return taskManagers;
  }

  /** {@code kill -9} of a TaskManager. */
  void killTaskManager(String id) {
    taskManagers.remove(id).kill();
  }

  /** Waits until the cluster knows of this many. */
  void awaitTaskManagers(int number) throws InterruptedException {
    Wait.until(
        number + " TaskManagers are there",
        () -> {
          requireRunning();
          return rest.get("/taskmanagers").get("taskmanagers").size() == number;
        });
  }

  private void requireRunning() {
    List<Program> programs = new ArrayList<>(taskManagers.values());
    programs.add(jobManager);
    programs.stream()
        .filter(program -> !program.isRunning())
        .forEach(
            program -> {
              throw new AssertionError("has ended by itself: " + program);
            });
  }

  /** Submits a job with {@code flink run --detached}. */
  FlinkJob submit(String job, List<String> options, List<String> settings) throws Exception {
    List<String> all = new ArrayList<>(List.of("--detached"));
    all.addAll(options);
    try (Program flink = home.run(all, job, settings)) {
      Matcher id = SUBMITTED.matcher(flink.finish());
      if (!id.find()) {
        throw new AssertionError("no job was submitted: " + flink.output());
      }
      return new FlinkJob(rest, id.group(1));
    }
  }

  /** Runs a job to its end with {@code flink run} and returns what that prints. */
  String run(String job, List<String> settings) throws Exception {
    try (Program flink = home.run(List.of(), job, settings)) {
      return flink.finish();
    }
  }

  /** Ends all jobs: one that a test has left would keep the next from its slots. */
  void cancelJobs() throws Exception {
    for (JsonNode job : rest.get("/jobs").get("jobs")) {
      if (!ENDED.contains(job.get("status").asText())) {
        new FlinkJob(rest, job.get("id").asText()).cancel();
      }
    }
  }

  /** A metric of a TaskManager. */
  double metric(String taskManager, String name) throws IOException {
    JsonNode found = rest.get("/taskmanagers/" + taskManager + "/metrics?get=" + name);
    return found.get(0).get("value").asDouble();
  }

  @Override
  public void close() {
    for (Program taskManager : taskManagers.values()) {
      taskManager.close();
    }
    if (jobManager != null) {
      jobManager.close();
    }
  }
}
