package io.ardmstream.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Which warnings of Flink the commands of jobs keep to themselves. */
class JobLogTest {

  @Test
  void aCheckpointThatWaitsForABundleIsNoNews() throws IOException {
    Properties log = new Properties();
    try (InputStream file = JobLogTest.class.getResourceAsStream("/log4j2-job.properties")) {
      log.load(file);
    }
    assertThat(log)
        .containsEntry(
            "logger.subtasks.name",
            "org.apache.flink.streaming.runtime.tasks.SubtaskCheckpointCoordinatorImpl")
        .containsEntry("logger.subtasks.filter.waited.onMatch", "DENY");
    String denied = log.getProperty("logger.subtasks.filter.waited.regex");
    assertThat(
            "Time from receiving all checkpoint barriers/RPC for checkpoint 1 to executing it"
                + " exceeded threshold: 58272ms")
        .matches(denied);
    assertThat("Could not complete checkpoint 1").doesNotMatch(denied);
  }
}
