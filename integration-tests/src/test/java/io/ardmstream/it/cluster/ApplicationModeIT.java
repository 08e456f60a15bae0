package io.ardmstream.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ardmstream.it.Topics;
import io.ardmstream.jobs.config.Settings;
import io.ardmstream.jobs.replay.ReplayConfig;
import io.ardmstream.jobs.replay.ReplayJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compress job as {@code docker/compose.yaml} starts it, with the same command, the same
 * settings of Flink and the folders of {@code distribution}: a JobManager and a TaskManager, each a
 * process of its own, but no containers.
 */
@Timeout(1200)
class ApplicationModeIT {

  private static final String ENTRY_POINT =
      "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
  private static final int RECORDS = 5;

  @Test
  void theDeploymentCompresses(@TempDir Path folder) throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(folder)) {
      Topics topics = new Topics(broker.address());
      for (String topic : List.of("raw", "encoded", "statistics", "letters", "restored")) {
        topics.create(topic, 1);
      }
      Traffic traffic = Traffic.to(topics, "raw");
      FlinkHome home = home(folder);
      try (Program jobManager = jobManager(home, broker.address());
          Program taskManager = home.taskManager("taskmanager", List.of())) {
        Wait.until(
            "records are encoded",
            () -> {
              assertThat(List.of(jobManager, taskManager)).allMatch(Program::isRunning);
              return topics.committed("encoded").size() >= RECORDS;
            });
        int sent = traffic.end();
        Wait.until("all are encoded", () -> topics.committed("encoded").size() >= sent);
      }
      ReplayJob.run(replay(broker.address()), () -> {}, report -> {});
      List<ConsumerRecord<byte[], byte[]>> raw = topics.committed("raw");
      assertThat(Audit.of(raw, topics.committed("restored"), true))
          .isEqualTo(Audit.clean(raw.size()));
      assertThat(topics.committed("letters")).isEmpty();
    }
  }

  private static FlinkHome home(Path folder) throws Exception {
    Map<String, String> settings = Deployment.flink(folder);
    settings.put("jobmanager.rpc.port", "" + Ports.free());
    settings.put("rest.port", "" + Ports.free());
    return FlinkHome.of(folder.resolve("conf"), settings);
  }

  private static Program jobManager(FlinkHome home, String broker) throws Exception {
    List<String> arguments =
        List.of(
            "--job-classname",
            "io.ardmstream.jobs.compress.CompressJob",
            "--kafka.bootstrap-servers",
            broker,
            "--config",
            Deployment.ROOT.resolve("config/compress.yaml").toString(),
            "--job.checkpoint-interval=300 ms",
            "--input.topics=raw",
            "--output.topic=encoded",
            "--output.statistics-topic=statistics",
            "--output.dead-letter-topic=letters");
    return home.jobManager(ENTRY_POINT, arguments, List.of());
  }

  private static ReplayConfig replay(String broker) {
    return ReplayConfig.of(
        new Settings(
            Map.of(
                "kafka.bootstrap-servers", broker,
                "input.topics", "encoded",
                "output.topic", "restored",
                "output.dead-letter-topic", "letters")));
  }
}
