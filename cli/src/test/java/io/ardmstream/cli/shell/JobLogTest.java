package io.ardmstream.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** Which warnings of Flink the commands of jobs pass on. */
class JobLogTest {
  private static final String CHECKPOINTS =
      "org.apache.flink.streaming.runtime.tasks.SubtaskCheckpointCoordinatorImpl";

  @Test
  void aCheckpointThatWaitsForABundleIsNoNews() throws Exception {
    assertThat(
            passes(
                "Time from receiving all checkpoint barriers/RPC for checkpoint 1 to executing it"
                    + " exceeded threshold: 58272ms"))
        .isFalse();
    assertThat(passes("Could not complete checkpoint 1")).isTrue();
  }

  private static boolean passes(String warning) throws Exception {
    URI file = JobLogTest.class.getResource("/log4j2-job.properties").toURI();
    try (LoggerContext context = new LoggerContext("job", null, file)) {
      context.start();
      Log4jLogEvent event =
          Log4jLogEvent.newBuilder()
              .setLoggerName(CHECKPOINTS)
              .setLevel(Level.WARN)
              .setMessage(new SimpleMessage(warning))
              .build();
      return !context.getConfiguration().getLoggerConfig(CHECKPOINTS).isFiltered(event);
    }
  }
}
