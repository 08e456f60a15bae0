package io.ardmstream.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** A job that follows its topics on a cluster. */
final class FlinkJob {

  private final RestApi rest;
  private final String path;

  FlinkJob(RestApi rest, String id) {
    this.rest = rest;
    this.path = "/jobs/" + id;
  }

  /** Waits until every task runs. */
  void awaitRunning() throws InterruptedException {
    Wait.until("the job runs", this::isRunning);
  }

  /** Whether every task runs. */
  boolean isRunning() throws IOException {
    JsonNode job = rest.get(path);
    for (JsonNode vertex : job.get("vertices")) {
      if (vertex.at("/tasks/RUNNING").asInt() != vertex.get("parallelism").asInt()) {
        return false;
      }
    }
    return job.get("state").asText().equals("RUNNING");
  }

  /** The TaskManagers that run its tasks. */
  Set<String> taskManagers() throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode vertex : rest.get(path).get("vertices")) {
      JsonNode tasks = rest.get(path + "/vertices/" + vertex.get("id").asText()).get("subtasks");
      tasks.forEach(task -> ids.add(task.get("taskmanager-id").asText()));
    }
    return ids;
  }

  /** How often it went on from a checkpoint, since the JobManager runs. */
  int restored() throws IOException {
    return checkpoints("restored");
  }

  /** Checkpoints that could not be completed, since the JobManager runs. */
  int failedCheckpoints() throws IOException {
    return checkpoints("failed");
  }

  private int checkpoints(String kind) throws IOException {
    return rest.get(path + "/checkpoints").get("counts").get(kind).asInt();
  }

  /** Waits until a checkpoint is complete that did not begin before now. */
  void awaitCheckpoints() throws Exception {
    int before = checkpoints("completed");
    Wait.until("two more checkpoints are complete", () -> checkpoints("completed") >= before + 2);
  }

  void cancel() throws Exception {
    rest.patch(path);
    Wait.until("the job is cancelled", () -> state().equals("CANCELED"));
  }

  /** Stops it with a savepoint below a folder and returns where that lies. */
  String stop(Path folder) throws Exception {
    String body = "{\"drain\":false,\"targetDirectory\":\"%s\"}".formatted(folder.toUri());
    String request = rest.post(path + "/stop", body).get("request-id").asText();
    String[] location = new String[1];
    Wait.until(
        "the savepoint is complete",
        () -> {
          JsonNode savepoint = rest.get(path + "/savepoints/" + request);
          location[0] = savepoint.path("operation").path("location").asText();
          if (savepoint.path("operation").has("failure-cause")) {
            throw new AssertionError(savepoint.toString());
          }
          return !location[0].isEmpty();
        });
    Wait.until("the job has stopped", () -> state().equals("FINISHED"));
    return location[0];
  }

  private String state() throws IOException {
    return rest.get(path).get("state").asText();
  }
}
